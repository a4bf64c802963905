import { formatInstant } from "../../shared/instant.ts";
import { DEGREES, KILOMETRES } from "../../shared/events/resolution.ts";
import type { SatellitePositions } from "./satellite_positions.ts";

/** Rows written at a time. */
const CHUNK = 500;

/**
 * Writes positions as CSV (RFC 4180): satellite after satellite, each in
 * order of time.
 */
export function* encodeCsv(
  satellites: readonly SatellitePositions[],
): Generator<string> {
  const thinned = satellites.some(({ altitude }) => altitude !== null);
  yield "norad_id,name,time,latitude_deg,longitude_deg,altitude_km" +
    (thinned ? ",altitude_min_km,altitude_max_km,samples" : "") + "\r\n";
  for (const positions of satellites) {
    const { length } = positions.columns.timeMs;
    for (let at = 0; at < length; at += CHUNK) {
      let text = "";
      for (let i = at; i < Math.min(at + CHUNK, length); i++) {
        text += encodeRow(positions, i);
      }
      yield text;
    }
  }
}

function encodeRow(positions: SatellitePositions, i: number): string {
  const { satellite, columns, altitude } = positions;
  const row = [
    satellite.noradId,
    quote(satellite.name),
    formatInstant(columns.timeMs[i]!),
    columns.latitudeE6[i]! / DEGREES,
    columns.longitudeE6[i]! / DEGREES,
    columns.altitudeE4[i]! / KILOMETRES,
  ];
  if (altitude !== null) {
    row.push(
      altitude.minE4[i]! / KILOMETRES,
      altitude.maxE4[i]! / KILOMETRES,
      altitude.samples[i]!,
    );
  }
  return `${row.join(",")}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
