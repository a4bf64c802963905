import type { Context } from "hono";
import { jsonResponse } from "../json_response.ts";
import { described } from "../openapi/operation.ts";
import { searchText, wholeNumber } from "../parameters.ts";
import { parseQuery } from "../query.ts";
import { nearObservers, searchObservers } from "./find_observer.ts";
import type { KnownObserver } from "./known_observer.ts";
import { observerJson } from "./observer_json.ts";

export const OBSERVERS_PARAMETERS = {
  q: described(
    searchText("part of a name"),
    "Only places whose name contains it, in any case and without regard to accents",
  ),
  limit: described(
    wholeNumber(1, 1_000),
    "Places at most; all, if it is left out",
  ),
};

/**
 * `GET /api/v1/observers`: the places that `observer` can name, those
 * configured first; with `q` those whose name contains it, or, where there is
 * none, as `near` those that may have been meant.
 */
export function observersRoute(observers: readonly KnownObserver[]) {
  return (c: Context): Response => {
    const { q, limit } = parseQuery(c.req.url, OBSERVERS_PARAMETERS);
    const found = q === undefined ? observers : searchObservers(observers, q);
    const near = q === undefined || found.length > 0
      ? []
      : nearObservers(observers, q);
    return jsonResponse({
      observers: found.slice(0, limit).map(knownObserverJson),
      near: near.slice(0, limit).map(knownObserverJson),
    });
  };
}

function knownObserverJson(one: KnownObserver) {
  const { name, ...place } = observerJson(one);
  return { name, country: one.country, ...place, source: one.source };
}
