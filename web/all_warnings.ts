import type { ProjectionInUse } from "../shared/projection/projection.ts";
import type { DamagedHour } from "../shared/projection/store/stored_hour.ts";
import { findWarnings } from "../shared/status/find_warnings.ts";
import type { ProjectorStatus } from "../shared/status/projector_status.ts";
import type { Warning } from "../shared/status/warning.ts";

/** What an operator should act on: as far as the web app and the projector know. */
export function allWarnings(
  { damagedHours }: Pick<ProjectionInUse, "damagedHours">,
  status: ProjectorStatus | null,
  nowMs: number,
): Warning[] {
  return [...damageWarning(damagedHours), ...findWarnings(status, nowMs)];
}

function damageWarning(hours: readonly DamagedHour[]): Warning[] {
  const [first] = hours;
  if (first === undefined) return [];
  const others = hours.length === 1
    ? "It is left out of what is shown"
    : `It and ${hours.length - 1} others are left out of what is shown`;
  return [{
    kind: "hour_damaged",
    message: `${first.message}. ${others}`,
    remedy: "Look after the disk; then stop the projector, delete the " +
      "projection's files, and start it: all is made again from the log",
  }];
}
