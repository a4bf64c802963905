import { formatInstant } from "../../shared/instant.ts";
import type { Position } from "../../shared/projection/position_columns.ts";
import { encodeMessage } from "./message.ts";
import { type EncodeFor, isWanted, oncePerFilter } from "./satellite_filter.ts";

/** Position of one satellite in a frame. */
export interface FramePosition extends Position {
  readonly noradId: number;
}

/** All positions of one instant. */
export interface Frame {
  readonly timeMs: number;
  /** The frame on the wire; null where it holds nothing of what is wanted. */
  readonly encodeFor: EncodeFor;
}

/** Makes the frame of some positions, which have one time, and there are some. */
export function createFrame(
  positions: readonly FramePosition[],
  id: string,
): Frame {
  const { timeMs } = positions[0]!;
  const time = formatInstant(timeMs);
  const encodeFor = oncePerFilter((filter) => {
    const wanted = positions.filter((one) => isWanted(filter, one.noradId));
    if (wanted.length === 0) return null;
    const data = { time, positions: wanted.map(positionJson) };
    return encodeMessage("positions", data, id);
  });
  return { timeMs, encodeFor };
}

function positionJson(position: FramePosition) {
  return {
    norad_id: position.noradId,
    latitude_deg: position.latitudeDeg,
    longitude_deg: position.longitudeDeg,
    altitude_km: position.altitudeKm,
  };
}
