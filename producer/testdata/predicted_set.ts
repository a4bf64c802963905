import type { ElementSet } from "../../tle/element_set.ts";
import { nodeRateDegPerDay } from "../../tle/plane_angle.ts";

/**
 * The set that would be issued some days later if all went as predicted:
 * within a tenth of a second a day, as only the flattening's first order moves
 * it on.
 */
export function predictedSet(set: ElementSet, days: number): ElementSet {
  const perigeeDegPerDay = perigeeRateDegPerDay(set);
  const turnsDeg = (set.meanMotion + set.meanMotionDot * days) * days * 360;
  return {
    ...set,
    epochUs: Math.round(set.epochUs + days * 86_400e6),
    meanMotion: set.meanMotion + 2 * set.meanMotionDot * days,
    rightAscensionDeg: turn(
      set.rightAscensionDeg + nodeRateDegPerDay(set) * days,
    ),
    argumentOfPericenterDeg: turn(
      set.argumentOfPericenterDeg + perigeeDegPerDay * days,
    ),
    meanAnomalyDeg: turn(set.meanAnomalyDeg + turnsDeg),
  };
}

function perigeeRateDegPerDay(set: ElementSet): number {
  const cos = Math.cos(set.inclinationDeg * Math.PI / 180);
  return nodeRateDegPerDay(set) * (5 * cos ** 2 - 1) / (-2 * cos);
}

function turn(angleDeg: number): number {
  return (angleDeg % 360 + 360) % 360;
}
