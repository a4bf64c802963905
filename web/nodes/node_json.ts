import { DEGREES, KILOMETRES } from "../../shared/events/resolution.ts";
import { formatInstant } from "../../shared/instant.ts";
import {
  apparentSolarTimeS,
  meanSolarTimeS,
} from "../../tle/nodes/solar_time.ts";
import type { AnsweredNode, NodesAnswer } from "./nodes_answer.ts";

/** A crossing of the equator, as the API answers. */
export function nodeJson(node: AnsweredNode) {
  const { timeMs, topic, elementSet, bucket } = node;
  const longitudeDeg = node.longitudeE6 / DEGREES;
  return {
    time: formatInstant(timeMs),
    node: node.isAscending === 1 ? "ascending" : "descending",
    revolution: node.revolution,
    longitude_deg: longitudeDeg,
    altitude_km: node.altitudeE4 / KILOMETRES,
    mean_local_solar_time: timeOfDay(meanSolarTimeS(timeMs, longitudeDeg)),
    apparent_local_solar_time: timeOfDay(
      apparentSolarTimeS(timeMs, longitudeDeg),
    ),
    ...(topic === null
      ? { source: "elements", element_set: elementSet }
      : { source: "recorded", topic }),
    ...(bucket && {
      crossings: bucket.crossings,
      mean_local_solar_time_min: timeOfDay(bucket.leastS),
      mean_local_solar_time_max: timeOfDay(bucket.mostS),
    }),
  };
}

/** What the answer holds beside the crossings. */
export function nodesRestJson({ gaps, bucketMs, nextMs }: NodesAnswer) {
  return {
    gaps: gaps.map(({ fromMs, toMs }) => ({
      from: formatInstant(fromMs),
      to: formatInstant(toMs),
    })),
    bucket_seconds: bucketMs === null ? null : bucketMs / 1000,
    next: nextMs === null ? null : formatInstant(nextMs),
  };
}

/** A time of day such as `10:29:45.123`; the day has no 24:00:00. */
function timeOfDay(seconds: number): string {
  const ms = Math.round(seconds * 1000) % 86_400_000;
  return new Date(ms).toISOString().slice(11, 23);
}
