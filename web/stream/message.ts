import { formatInstant } from "../../shared/instant.ts";
import type { LateRange } from "../../shared/projection/late_ranges.ts";
import type { Satellite } from "../../shared/projection/read_satellites.ts";
import { satelliteJson } from "../satellites_json.ts";
import { type EncodeFor, isWanted, oncePerFilter } from "./satellite_filter.ts";

const encoder = new TextEncoder();

/** Sent when there is nothing else to say, so that nobody hangs up. */
export const HEARTBEAT = encoder.encode(": heartbeat\n\n");

/** Writes one event of a stream as its bytes on the wire. */
export function encodeMessage(
  event: string,
  data: unknown,
  id?: string,
): Uint8Array {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return encoder.encode(
    `event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`,
  );
}

/** What a stream is doing from now on. */
export type State = "replay" | "live" | "behind" | "end";

export function encodeState(
  state: State,
  nowMs: number,
  { id, ...more }: { readonly id?: string } & Record<string, unknown> = {},
): Uint8Array {
  const server_time = formatInstant(nowMs);
  return encodeMessage("state", { state, server_time, ...more }, id);
}

/** Tells that positions of a satellite were filled in after the stream passed. */
export function encodeBackfilled(range: LateRange): Uint8Array {
  return encodeMessage("backfilled", {
    norad_id: range.noradId,
    from: formatInstant(range.fromMs),
    to: formatInstant(range.toMs),
  });
}

/** The list of satellites, as far as a client wants it. */
export function encodeSatellites(
  satellites: readonly Satellite[],
  nowMs: number,
): EncodeFor {
  return oncePerFilter((filter) => {
    const wanted = satellites.filter((one) => isWanted(filter, one.noradId));
    return encodeMessage("satellites", {
      satellites: wanted.map((one) => satelliteJson(one, nowMs)),
    });
  });
}
