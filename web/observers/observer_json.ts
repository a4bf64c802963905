import type { PassesJson } from "../passes/pass_json.ts";
import type { NamedObserver } from "./named_observer.ts";

/** Where an answer is seen from. */
export function observerJson(
  { name, latitudeDeg, longitudeDeg, altitudeM }: NamedObserver,
): PassesJson["observer"] {
  return {
    name,
    latitude_deg: latitudeDeg,
    longitude_deg: longitudeDeg,
    altitude_m: altitudeM,
  };
}
