import type { Position } from "../feed/position_window.ts";
import { type Look, lookAlong } from "../passes/look_along.ts";
import type { Place } from "../passes/place.ts";
import { earthFixedKm } from "./earth_fixed.ts";

const rad = Math.PI / 180;

/** Returns where a position is seen from a place, as the server tells it. */
export function lookAt(place: Place, position: Position): Look {
  const from = earthFixedKm({ ...place, altitudeKm: place.altitudeM / 1000 });
  const to = earthFixedKm(position);
  const [x, y, z] = to.map((km, i) => km - from[i]!) as typeof to;
  const latitude = place.latitudeDeg * rad;
  const longitude = place.longitudeDeg * rad;
  const [sin, cos] = [Math.sin(latitude), Math.cos(latitude)];
  const outward = x * Math.cos(longitude) + y * Math.sin(longitude);
  const east = y * Math.cos(longitude) - x * Math.sin(longitude);
  const north = z * cos - outward * sin;
  const up = z * sin + outward * cos;
  return lookAlong([east, north, up]);
}
