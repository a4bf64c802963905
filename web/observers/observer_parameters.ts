import { OBSERVER_BOUNDS } from "../../shared/named_places.ts";
import { described } from "../openapi/operation.ts";
import { decimal } from "../parameters.ts";
import type { Fault } from "../problem.ts";
import {
  type Parameter,
  parameter,
  type Query,
  type ReadQuery,
} from "../query.ts";
import { findObserver, nearObservers } from "./find_observer.ts";
import type { KnownObserver } from "./known_observer.ts";
import type { NamedObserver } from "./named_observer.ts";

const LONGEST_NAME = 100;
const LIST = "/api/v1/observers";

type ObserverParameters = ReturnType<typeof observerParameters>;

/** What says where somebody looks from: a name, or coordinates. */
export function observerParameters(observers: readonly KnownObserver[]) {
  const { latitudeDeg, longitudeDeg, altitudeM } = OBSERVER_BOUNDS;
  const longitude = decimal(longitudeDeg.least, longitudeDeg.most);
  return {
    lat: described(
      decimal(latitudeDeg.least, latitudeDeg.most),
      "Latitude of the place to look from, in degrees; together with lon, in place of observer",
    ),
    lon: described(longitude, "Longitude, in degrees, east positive"),
    lng: described(longitude, "The same as lon"),
    alt_m: described(
      decimal(altitudeM.least, altitudeM.most),
      "Altitude of the place, in metres",
      0,
    ),
    observer: described(
      nameOf(observers),
      "The place to look from; either this is needed, or lat and lon",
    ),
  };
}

/** What is wrong with these parameters together: one of the two ways is needed. */
export function observerFaults(
  { texts }: Pick<ReadQuery<ObserverParameters>, "texts">,
): Fault[] {
  const { observer } = texts;
  const given = (["lat", "lon", "lng", "alt_m"] as const)
    .filter((name) => texts[name] !== undefined);
  if (observer !== undefined) {
    return given.map((parameter) => ({
      parameter,
      requirement: "left out, as observer says where",
      value: texts[parameter]!,
    }));
  }
  if (given.length === 0) {
    return [{
      parameter: "observer",
      requirement: `the name of one of ${LIST}, or lat and lon be given`,
      value: null,
    }];
  }
  const faults: Fault[] = [];
  if (texts.lat === undefined) {
    faults.push({
      parameter: "lat",
      requirement: "given together with lon, in degrees from -90 to 90",
      value: null,
    });
  }
  if (texts.lon === undefined && texts.lng === undefined) {
    faults.push({
      parameter: "lon",
      requirement: "given together with lat, in degrees from -180 to 180",
      value: null,
    });
  }
  if (texts.lon !== undefined && texts.lng !== undefined) {
    faults.push({
      parameter: "lng",
      requirement: "left out, as lon says the same",
      value: texts.lng,
    });
  }
  return faults;
}

/** Whom the parameters mean, where nothing is wrong with them. */
export function observerOf(query: Query<ObserverParameters>): NamedObserver {
  if (query.observer) return query.observer;
  return {
    name: null,
    latitudeDeg: query.lat!,
    longitudeDeg: (query.lon ?? query.lng)!,
    altitudeM: query.alt_m ?? 0,
  };
}

function nameOf(observers: readonly KnownObserver[]): Parameter<KnownObserver> {
  const requirement = `the name of one of ${LIST}`;
  const schema = {
    type: "string",
    description: requirement,
    examples: ["Moscow"],
  };
  return parameter(schema, (text) => {
    const found = findObserver(observers, text);
    if (found !== null) return found;
    const near = nearObservers(observers, text.slice(0, LONGEST_NAME))
      .map(({ name }) => name);
    const meant = near.length > 0 ? `, perhaps ${near.join(" or ")}` : "";
    throw new RangeError(`${requirement}${meant}`);
  });
}
