import { createBreather } from "../../shared/breathe.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import { formatOmm } from "../../tle/formats/format_omm.ts";
import { formatTle } from "../../tle/formats/format_tle.ts";
import { Problem } from "../problem.ts";
import { elementSetJson } from "./element_set_json.ts";
import type { ElementsRequest } from "./elements_request.ts";
import type { FoundElements } from "./read_elements.ts";

type Format = ElementsRequest["format"];

/** So many are written at a time, which takes some 2 ms. */
const CHUNK = 100;

export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  json: "application/json",
  omm: "application/json",
  tle: "text/plain; charset=utf-8",
};

const encoder = new TextEncoder();

/**
 * Writes element sets piece by piece.
 *
 * @param ageAtMs The instant that ages are counted to.
 */
export function* writeElements(
  { sets, next, ...rest }: FoundElements,
  { format, ageAtMs }: { readonly format: Format; readonly ageAtMs: number },
): Generator<Uint8Array<ArrayBuffer>> {
  const write = (set: StoredElementSet) => {
    switch (format) {
      case "json":
        return JSON.stringify(elementSetJson(set, ageAtMs));
      case "omm":
        return JSON.stringify(formatOmm(set));
      case "tle":
        return writeTle(set);
      default:
        return format satisfies never;
    }
  };
  const [head, separator, tail] = format === "json"
    ? [
      '{"element_sets":[',
      ",",
      `],${JSON.stringify({ next, ...rest }).slice(1)}`,
    ]
    : format === "omm"
    ? ["[", ",", "]"]
    : ["", "", ""];
  let text = head;
  for (let i = 0; i < sets.length; i += CHUNK) {
    if (i > 0) text += separator;
    text += sets.slice(i, i + CHUNK).map(write).join(separator);
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text + tail);
}

/**
 * Checks that a format holds the sets, before the first byte of an answer.
 *
 * @throws {Problem} 422, naming what does not fit.
 */
export async function requireWritable(
  sets: readonly StoredElementSet[],
  format: Format,
): Promise<void> {
  if (format !== "tle") return;
  const breathe = createBreather();
  for (const set of sets) {
    writeTle(set);
    await breathe();
  }
}

function writeTle(set: StoredElementSet): string {
  try {
    return formatTle(set);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem(422, `${error.message}. Ask for it with format=omm`);
  }
}
