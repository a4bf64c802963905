import { texts } from "./passes_texts.ts";
import { altitudesM, type Place, roundPlace } from "./place.ts";
import { splitAngles } from "./split_angles.ts";

const words = texts.coordinates;

/** A place, or what is wrong with it, as a sentence. */
export type Coordinates = { place: Place } | { problem: string };

/**
 * Reads coordinates as people write them, latitude first unless letters say
 * which is which, with an altitude in metres or without: `55.75, 37.62`,
 * `55,75 37,62 150 m`, `E 18.4° S 33.9°`, `55°45'21"N 37°37'2"E`. Null where a
 * text is none, but a name.
 */
export function parseCoordinates(text: string): Coordinates | null {
  const split = splitAngles(text);
  if (split === null) return null;
  const { angles, altitudeM } = split;
  if (angles.length < 2) return { problem: words.onlyOne };
  if (angles.length > 2) return { problem: words.tooMany };
  if (angles.some(({ isSound }) => !isSound)) return { problem: words.minutes };
  const isTurned = /[EW]/.test(angles[0]!.side) || /[NS]/.test(angles[1]!.side);
  const [latitude, longitude] = isTurned
    ? [angles[1]!, angles[0]!]
    : [angles[0]!, angles[1]!];
  if (/[EW]/.test(latitude.side) || /[NS]/.test(longitude.side)) {
    return { problem: words.sameSides };
  }
  const place = roundPlace({
    name: null,
    latitudeDeg: latitude.degrees,
    longitudeDeg: longitude.degrees,
    altitudeM: altitudeM ?? 0,
  });
  const problem = findProblem(place);
  return problem === null ? { place } : { problem };
}

function findProblem(place: Place): string | null {
  const { latitudeDeg, longitudeDeg, altitudeM } = place;
  if (Math.abs(latitudeDeg) > 90) {
    const isOther = Math.abs(latitudeDeg) <= 180 &&
      Math.abs(longitudeDeg) <= 90;
    return words.latitude(
      latitudeDeg,
      isOther ? `${longitudeDeg}, ${latitudeDeg}` : null,
    );
  }
  if (Math.abs(longitudeDeg) > 180) return words.longitude(longitudeDeg);
  const { least, most } = altitudesM;
  return altitudeM < least || altitudeM > most
    ? words.altitude(altitudeM)
    : null;
}
