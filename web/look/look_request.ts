import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { ElementChoice } from "../motions/element_turns.ts";
import type { KnownObserver } from "../observers/known_observer.ts";
import type { NamedObserver } from "../observers/named_observer.ts";
import {
  observerFaults,
  observerOf,
  observerParameters,
} from "../observers/observer_parameters.ts";
import { described } from "../openapi/operation.ts";
import { instant, trueOrFalse } from "../parameters.ts";
import { PASSES_PARAMETERS } from "../passes/passes_parameters.ts";
import { badParameters, type Fault } from "../problem.ts";
import { readQuery } from "../query.ts";

const JSON_TYPE = "application/json";
const STREAM_TYPE = "text/event-stream";

/** Where a client looks from, when, and what for. */
export interface LookRequest {
  readonly observer: NamedObserver;
  /** Null for now. */
  readonly atMs: number | null;
  /** Whether it wants to be told once a second. */
  readonly isStream: boolean;
  /** Of what the satellite sends; null where nobody listens. */
  readonly frequencyMhz: number | null;
  readonly elements: ElementChoice;
}

export const LOOK_PARAMETERS = {
  at: described(instant, "When; now, if left out"),
  elements: PASSES_PARAMETERS.elements,
  frequency_mhz: PASSES_PARAMETERS.frequency_mhz,
  stream: described(
    trueOrFalse,
    "Whether it is told once a second, in place of the header Accept",
    false,
  ),
};

/**
 * Reads the request of `/api/v1/satellites/{norad_id}/look`. It is one for a
 * stream if `stream` says so, or, where that is left out, `Accept`.
 *
 * @throws {Problem} 400, naming all that is wrong.
 */
export function readLookRequest(
  c: Context,
  observers: readonly KnownObserver[],
): LookRequest {
  const read = readQuery(c.req.url, {
    ...observerParameters(observers),
    ...LOOK_PARAMETERS,
  });
  const { query, texts } = read;
  const isStream = query.stream === undefined
    ? acceptsStream(c)
    : query.stream === "true";
  const faults: Fault[] = [...read.faults, ...observerFaults(read)];
  if (isStream && texts.at !== undefined) {
    const requirement = "left out, as a stream tells of now";
    faults.push({ parameter: "at", requirement, value: texts.at });
  }
  if (faults.length > 0) throw badParameters(faults);
  return {
    observer: observerOf(query),
    atMs: query.at ?? null,
    isStream,
    frequencyMhz: query.frequency_mhz ?? null,
    elements: query.elements ?? "recorded",
  };
}

function acceptsStream(c: Context): boolean {
  const type = accepts(c, {
    header: "Accept",
    supports: [JSON_TYPE, STREAM_TYPE],
    default: JSON_TYPE,
  });
  return type === STREAM_TYPE;
}
