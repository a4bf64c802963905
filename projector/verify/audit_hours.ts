import { createBreather } from "../../shared/breathe.ts";
import { allHours } from "../../shared/projection/content_checksum.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { readRecordings } from "../../shared/projection/recordings.ts";
import type { StoredHour } from "../../shared/projection/store/stored_hour.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { auditDay } from "./audit_day.ts";
import { auditHour } from "./audit_hour.ts";
import type { Fault } from "./fault.ts";
import { describeWrong } from "./describe_wrong.ts";
import {
  type Deviation,
  type Propagated,
  PropagationAudit,
} from "./propagation_audit.ts";

/** A deviation, and of which position. */
export interface PlacedDeviation extends Deviation {
  readonly topic: string;
  readonly noradId: number;
}

export interface AuditedHours {
  readonly sealedHours: number;
  readonly openHours: number;
  readonly positions: number;
  /** How many of them name no element set that is there. */
  readonly unknown: number;
  readonly largest: PlacedDeviation | null;
  readonly faults: readonly Fault[];
}

export interface AuditHoursOptions {
  readonly signal: AbortSignal;
  /** Told how many positions have been looked at, of about how many. */
  readonly onPositions: (done: number, inAll: number) => void;
}

/**
 * Looks at each hour that is stored by itself: whether what is kept of it in
 * short is what it holds, and whether its positions follow from the element
 * sets that they name. Each hour is read in a transaction of its own, since
 * the projector may write any of them meanwhile.
 */
export async function auditHours(
  projection: Projection,
  { signal, onPositions }: AuditHoursOptions,
): Promise<AuditedHours> {
  const { db, positions: reader } = projection;
  const propagation = new PropagationAudit(db);
  const breathe = createBreather();
  const faults: Fault[] = [];
  let [sealedHours, openHours, positions, unknown] = [0, 0, 0, 0];
  let largest: PlacedDeviation | null = null;
  let day = "";
  const inAll = [...readRecordings(projection).values()].flat()
    .reduce((sum, { samples }) => sum + samples, 0);
  const auditNow = db.transaction((listed: StoredHour) => {
    // It may have been sealed since it was listed.
    const [hour = listed] = reader.hours(listed, listed);
    return { hour, ...auditHour(projection, hour) };
  });
  const auditDayNow = db.transaction(auditDay);

  for (const { topic, hour: listed } of allHours(projection)) {
    signal.throwIfAborted();
    const { hour, content, faults: unlike } = auditNow(listed);
    const { noradId, fromMs } = hour;
    const where = { topic, noradId, fromMs };
    if (hour.sealed === null) openHours++;
    else sealedHours++;
    for (const message of unlike) {
      faults.push({ check: "sealed", ...where, message });
    }
    const dayMs = Math.floor(fromMs / DAY_MS) * DAY_MS;
    if (day !== (day = `${noradId} ${topic} ${dayMs}`)) {
      const span = "day" as const;
      for (const message of auditDayNow(projection, hour, dayMs)) {
        const when = { ...where, fromMs: dayMs, span };
        faults.push({ check: "sealed", ...when, message });
      }
    }
    if (content !== null) {
      const found: Propagated = propagation.audit(content);
      positions += found.positions;
      unknown += found.unknown;
      if (found.largest && found.largest.errorM > (largest?.errorM ?? -1)) {
        largest = { topic, noradId, ...found.largest };
      }
      const message = describeWrong(found);
      if (message !== null) {
        faults.push({ check: "propagation", ...where, message });
      }
    }
    onPositions(positions, inAll);
    await breathe();
  }
  return { sealedHours, openHours, positions, unknown, largest, faults };
}
