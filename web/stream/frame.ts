import { createBreather } from "../../shared/breathe.ts";
import { formatInstant } from "../../shared/instant.ts";
import type { Position } from "../../shared/projection/position_columns.ts";
import { inParts } from "../../shared/in_parts.ts";
import { encodeText } from "./message.ts";
import { oncePerFilter, type SatelliteFilter } from "./satellite_filter.ts";

/** Position of one satellite in a frame. */
export interface FramePosition extends Position {
  readonly noradId: number;
}

/** Written at a time, in a millisecond or two. */
const WRITTEN_AT_ONCE = 1_000;

/** All positions of one instant, or those of some satellites of it. */
export class Frame {
  readonly timeMs: number;
  /** Whether it, or a later one, has been sent before, of other satellites. */
  readonly isLate: boolean;
  readonly positions: readonly FramePosition[];
  /** The frame on the wire; null where it holds nothing of what is wanted. */
  readonly encodeFor = oncePerFilter((filter) => this.#encode(filter));
  readonly #id: string;
  /** All positions as they are written, once they are. */
  #texts: readonly string[] | null = null;
  #bySatellite: ReadonlyMap<number, FramePosition> | null = null;

  /** `positions` have one time, and there are some. */
  constructor(
    positions: readonly FramePosition[],
    id: string,
    { isLate } = { isLate: false },
  ) {
    this.positions = positions;
    this.timeMs = positions[0]!.timeMs;
    this.isLate = isLate;
    this.#id = id;
  }

  /** Writes what takes long beforehand, and lets others run meanwhile. */
  async prepare(): Promise<void> {
    if (this.positions.length <= WRITTEN_AT_ONCE) return;
    const breathe = createBreather();
    const texts: string[] = [];
    for (const some of inParts(this.positions, WRITTEN_AT_ONCE)) {
      texts.push(some.map(write).join(","));
      await breathe();
    }
    this.#texts = texts;
  }

  #encode(filter: SatelliteFilter): Uint8Array | null {
    const texts = filter === null
      ? this.#texts ?? this.positions.map(write)
      : this.#wanted(filter.noradIds).map(write);
    if (texts.length === 0) return null;
    const time = formatInstant(this.timeMs);
    const data = `{"time":"${time}","positions":[${texts.join(",")}]}`;
    return encodeText("positions", data, this.#id);
  }

  /** Of a few satellites it does not look at all positions. */
  #wanted(noradIds: ReadonlySet<number>): FramePosition[] {
    if (this.positions.length <= noradIds.size) {
      return this.positions.filter(({ noradId }) => noradIds.has(noradId));
    }
    this.#bySatellite ??= new Map(this.positions.map((one) => [
      one.noradId,
      one,
    ]));
    return [...noradIds].flatMap((noradId) =>
      this.#bySatellite!.get(noradId) ?? []
    );
  }
}

function write(position: FramePosition): string {
  return JSON.stringify({
    norad_id: position.noradId,
    latitude_deg: position.latitudeDeg,
    longitude_deg: position.longitudeDeg,
    altitude_km: position.altitudeKm,
  });
}
