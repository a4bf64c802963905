import type { EcefState } from "./ecef_state.ts";
import { ecefFromGeodetic } from "./geodetic.ts";
import type { Observer } from "./observer.ts";
import { dot, type Vector3 } from "./vector3.ts";

const RAD = Math.PI / 180;

/** Where to look for a satellite. The horizon is the astronomical one. */
export interface LookAngles {
  /** From north by way of east, 0 up to but not including 360. */
  readonly azimuthDeg: number;
  /** Above the plane that touches the ellipsoid, without refraction. */
  readonly elevationDeg: number;
  readonly rangeKm: number;
  /** Negative while it comes nearer. */
  readonly rangeRateKmS: number;
}

/** An observer's place with its east, north and up, Earth-fixed. */
export interface Site {
  readonly observer: Observer;
  readonly positionKm: Vector3;
  readonly east: Vector3;
  readonly north: Vector3;
  readonly up: Vector3;
}

/** Makes ready what all looks from one place have in common. */
export function createSite(observer: Observer): Site {
  const { latitudeDeg, longitudeDeg, altitudeM } = observer;
  const [latitude, longitude] = [latitudeDeg * RAD, longitudeDeg * RAD];
  const [sinLat, cosLat] = [Math.sin(latitude), Math.cos(latitude)];
  const [sinLon, cosLon] = [Math.sin(longitude), Math.cos(longitude)];
  return {
    observer,
    positionKm: ecefFromGeodetic({
      latitudeDeg,
      longitudeDeg,
      altitudeKm: altitudeM / 1000,
    }),
    east: { x: -sinLon, y: cosLon, z: 0 },
    north: { x: -sinLat * cosLon, y: -sinLat * sinLon, z: cosLat },
    up: { x: cosLat * cosLon, y: cosLat * sinLon, z: sinLat },
  };
}

/** Returns where a satellite is seen from a site. */
export function lookAngles(site: Site, state: EcefState): LookAngles {
  const { positionKm, velocityKmS } = state;
  const line = {
    x: positionKm.x - site.positionKm.x,
    y: positionKm.y - site.positionKm.y,
    z: positionKm.z - site.positionKm.z,
  };
  const rangeKm = Math.sqrt(dot(line, line));
  const east = dot(line, site.east);
  const north = dot(line, site.north);
  const azimuthDeg = Math.atan2(east, north) / RAD;
  return {
    // A hair below north would be rounded up to a whole turn.
    azimuthDeg: azimuthDeg < 0 ? (azimuthDeg + 360) % 360 : azimuthDeg,
    // Good at the zenith too, where an arc sine is not.
    elevationDeg: Math.atan2(dot(line, site.up), Math.hypot(east, north)) / RAD,
    rangeKm,
    rangeRateKmS: dot(line, velocityKmS) / rangeKm,
  };
}
