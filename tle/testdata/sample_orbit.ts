import type { Orbit } from "../orbit.ts";
import type { PositionSamples } from "../interpolate_position.ts";

export interface SampleOptions {
  readonly stepMs: number;
  readonly count: number;
  /** Whether to round as positions are recorded: to 1e-6 degrees and 1e-4 km. */
  readonly isRounded?: boolean;
}

/** Samples an orbit from an instant on. */
export function sampleOrbit(
  orbit: Orbit,
  fromMs: number,
  { stepMs, count, isRounded = false }: SampleOptions,
): PositionSamples {
  const timeMs = Array.from({ length: count }, (_, i) => fromMs + i * stepMs);
  const positions = timeMs.map((t) => orbit.positionAt(t));
  const round = (value: number, scale: number) =>
    isRounded ? Math.round(value * scale) / scale : value;
  return {
    timeMs,
    latitudeDeg: positions.map((p) => round(p.latitudeDeg, 1e6)),
    longitudeDeg: positions.map((p) => round(p.longitudeDeg, 1e6)),
    altitudeKm: positions.map((p) => round(p.altitudeKm, 1e4)),
  };
}
