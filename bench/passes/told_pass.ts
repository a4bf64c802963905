import { lookAngles, type Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import type { ToldPass } from "./pass_differences.ts";
import type { PassTimes } from "./python_passes.ts";

/** What we tell of a pass. */
export function toldOfFound(site: Site, pass: FoundPass): ToldPass {
  const { aosMs, tcaMs, losMs, motions, maxElevationDeg } = pass;
  const [rise, culmination, set] = [aosMs, tcaMs, losMs].map((timeMs) =>
    lookAngles(site, motionAt(motions, timeMs).stateAt(timeMs))
  );
  return {
    riseMs: aosMs,
    culminationMs: tcaMs,
    setMs: losMs,
    elevationDeg: maxElevationDeg,
    rangeKm: culmination!.rangeKm,
    azimuthsDeg: [rise!.azimuthDeg, culmination!.azimuthDeg, set!.azimuthDeg],
  };
}

/** A pass of which no more is told than its instants. */
export function toldOfTimes(
  [riseMs, culminationMs, setMs]: PassTimes,
): ToldPass {
  return {
    riseMs,
    culminationMs,
    setMs,
    elevationDeg: NaN,
    rangeKm: NaN,
    azimuthsDeg: [NaN, NaN, NaN],
  };
}
