import type { Context } from "hono";
import { jsonResponse } from "../json_response.ts";
import { wholeNumber } from "../parameters.ts";
import { type Parameter, parseQuery } from "../query.ts";
import { searchObservers } from "./find_observer.ts";
import type { KnownObserver } from "./known_observer.ts";
import { observerJson } from "./observer_json.ts";

const LONGEST_SEARCH = 100;

const searchText: Parameter<string> = (text) => {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST_SEARCH) {
    throw new RangeError(
      `part of a name, at most ${LONGEST_SEARCH} characters`,
    );
  }
  return trimmed;
};

const PARAMETERS = { q: searchText, limit: wholeNumber(1, 1_000) };

/**
 * `GET /api/v1/observers`: the places that `observer` can name, those
 * configured first; with `q` those whose name contains it.
 */
export function observersRoute(observers: readonly KnownObserver[]) {
  return (c: Context): Response => {
    const { q, limit } = parseQuery(c.req.url, PARAMETERS);
    const found = q === undefined ? observers : searchObservers(observers, q);
    return jsonResponse({
      observers: found.slice(0, limit).map(knownObserverJson),
    });
  };
}

function knownObserverJson(one: KnownObserver) {
  const { name, ...place } = observerJson(one);
  return { name, country: one.country, ...place, source: one.source };
}
