import { formatInstant } from "../../shared/instant.ts";
import { DEGREES, KILOMETRES } from "../../shared/events/resolution.ts";
import type { SatellitePositions } from "./satellite_positions.ts";

/** Values written at a time. */
const CHUNK = 2_000;

export interface PositionsAnswer {
  readonly fromMs: number;
  readonly toMs: number;
  readonly bucketMs: number | null;
  readonly satellites: readonly SatellitePositions[];
  readonly nextMs: number | null;
}

/** Writes the answer of `/api/v1/positions` as JSON, piece by piece. */
export function* encodeJson(answer: PositionsAnswer): Generator<string> {
  const { fromMs, toMs, bucketMs, satellites, nextMs } = answer;
  yield `{"from":"${formatInstant(fromMs)}","to":"${formatInstant(toMs)}",` +
    `"bucket_seconds":${bucketMs === null ? null : bucketMs / 1000},` +
    `"satellites":[`;
  for (
    const [i, { satellite, columns, altitude, gaps }] of satellites.entries()
  ) {
    const { noradId, name } = satellite;
    yield `${i > 0 ? "," : ""}{"norad_id":${noradId},"name":${
      JSON.stringify(name)
    },"columns":{`;
    yield* encodeColumn("time_ms", columns.timeMs, 1);
    yield ",";
    yield* encodeColumn("latitude_deg", columns.latitudeE6, DEGREES);
    yield ",";
    yield* encodeColumn("longitude_deg", columns.longitudeE6, DEGREES);
    yield ",";
    yield* encodeColumn("altitude_km", columns.altitudeE4, KILOMETRES);
    if (altitude !== null) {
      yield ",";
      yield* encodeColumn("altitude_min_km", altitude.minE4, KILOMETRES);
      yield ",";
      yield* encodeColumn("altitude_max_km", altitude.maxE4, KILOMETRES);
      yield ",";
      yield* encodeColumn("samples", altitude.samples, 1);
    }
    const instants = gaps.map((gap) => ({
      from: formatInstant(gap.fromMs),
      to: formatInstant(gap.toMs),
    }));
    yield `},"gaps":${JSON.stringify(instants)}}`;
  }
  const next = nextMs === null ? null : formatInstant(nextMs);
  yield `],"next":${JSON.stringify(next)}}`;
}

function* encodeColumn(
  name: string,
  values: readonly number[],
  scale: number,
): Generator<string> {
  yield `"${name}":[`;
  for (let at = 0; at < values.length; at += CHUNK) {
    const chunk = values.slice(at, at + CHUNK);
    yield (at > 0 ? "," : "") + chunk.map((value) => value / scale).join(",");
  }
  yield "]";
}
