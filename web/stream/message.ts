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
  return encodeText(event, JSON.stringify(data), id);
}

/** The same of data that is JSON already. */
export function encodeText(
  event: string,
  json: string,
  id?: string,
): Uint8Array {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return encoder.encode(`event: ${event}\n${idLine}data: ${json}\n\n`);
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

/**
 * Tells that positions of a satellite, or of any where its number is null,
 * were filled in after the stream passed.
 */
export function encodeBackfilled(range: LateRange): Uint8Array {
  return encodeMessage("backfilled", {
    norad_id: range.noradId,
    from: formatInstant(range.fromMs),
    to: formatInstant(range.toMs),
  });
}

/** Some satellites, as far as a client wants them; null where it wants none. */
export function encodeSatellites(
  satellites: readonly Satellite[],
  nowMs: number,
): EncodeFor {
  return oncePerFilter((filter) => {
    const wanted = satellites.filter((one) => isWanted(filter, one.noradId));
    return wanted.length === 0 ? null : encodeList(wanted, nowMs);
  });
}

/** A list of satellites, or a part of it. */
export function encodeList(
  satellites: readonly Satellite[],
  nowMs: number,
): Uint8Array {
  return encodeMessage("satellites", {
    satellites: satellites.map((one) => satelliteJson(one, nowMs)),
  });
}
