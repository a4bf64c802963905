/// <reference lib="dom" />
import { texts } from "./passes_texts.ts";
import { type Place, roundPlace } from "./place.ts";

const patienceMs = 20_000;
/** Nobody moves far in that time. */
const oldestMs = 10 * 60_000;

/**
 * Asks the browser where it is.
 *
 * @throws {Error} If it does not tell; the message is a sentence for the page.
 */
export function locate(): Promise<Place> {
  return new Promise((resolve, reject) => {
    if (!isSecureContext || !navigator.geolocation) {
      return reject(new Error(texts.location.missing));
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, altitude } }) =>
        resolve(roundPlace({
          name: null,
          latitudeDeg: latitude,
          longitudeDeg: longitude,
          altitudeM: altitude ?? 0,
        })),
      ({ code, PERMISSION_DENIED }) => {
        const { denied, unknown } = texts.location;
        reject(new Error(code === PERMISSION_DENIED ? denied : unknown));
      },
      { timeout: patienceMs, maximumAge: oldestMs },
    );
  });
}
