import type { ElementSet } from "../../tle/element_set.ts";
import { type ElementRequest, isNamed } from "./element_source.ts";

/** One question to CelesTrak, which is asked once in 6 hours. */
export interface CelestrakQuery {
  /** As in the address: `CATNR=25994`, `GROUP=stations`, `NAME=HST`. */
  readonly text: string;
  readonly parameter: "CATNR" | "GROUP" | "NAME";
  readonly value: string;
  /** CelesTrak finds names by their parts; these are the ones meant. */
  readonly wants: (set: ElementSet) => boolean;
}

/**
 * The groups of CelesTrak's current data, as of 2026. A word that is none of
 * them is asked for as a name, so that no group is asked for that is not there.
 */
const celestrakGroups: readonly string[] = [
  ...["active", "analyst", "last-30-days", "stations", "visual"],
  ...["weather", "noaa", "goes", "resource", "sarsat", "dmc", "tdrss", "argos"],
  ...["planet", "spire", "geo", "intelsat", "ses", "eutelsat", "telesat"],
  ...["starlink", "oneweb", "qianfan", "hulianwang", "kuiper", "iridium-next"],
  ...["orbcomm", "globalstar", "amateur", "satnogs", "x-comm", "other-comm"],
  ...["gnss", "gps-ops", "glo-ops", "galileo", "beidou", "sbas", "nnss"],
  ...["musson", "science", "geodetic", "engineering", "education", "military"],
  ...["radar", "cubesat", "other", "cosmos-1408-debris"],
  ...["fengyun-1c-debris", "iridium-33-debris", "cosmos-2251-debris"],
];

/** The question that a request is to CelesTrak. */
export function celestrakQuery(request: ElementRequest): CelestrakQuery {
  switch (request.kind) {
    case "all":
      return query("GROUP", "active", () => true);
    case "number": {
      const { noradId } = request;
      return query("CATNR", `${noradId}`, (set) => set.noradId === noradId);
    }
    case "word": {
      const group = request.word.toLowerCase();
      if (celestrakGroups.includes(group)) {
        return query("GROUP", group, () => true);
      }
      const name = request.word.toUpperCase();
      return query("NAME", name, (set) => isNamed(set, name));
    }
    default:
      return request satisfies never;
  }
}

function query(
  parameter: CelestrakQuery["parameter"],
  value: string,
  wants: CelestrakQuery["wants"],
): CelestrakQuery {
  return { text: `${parameter}=${value}`, parameter, value, wants };
}
