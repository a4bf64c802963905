import { bundledElementSets } from "../../tle/bundled_elements.ts";
import {
  type ElementRequest,
  type ElementSource,
  isAskedFor,
  type SourceAnswer,
} from "./element_source.ts";

/** The element sets that come with the program. */
export class BundledSource implements ElementSource {
  readonly name = "bundled";
  /** They come with the start of the program. */
  readonly #receivedMs: number;
  readonly #answers = new Map<string, SourceAnswer>();

  constructor({ nowMs }: { readonly nowMs: () => number }) {
    this.#receivedMs = nowMs();
  }

  describe(): string {
    return bundledElementSets
      .map(({ name, noradId }) => `${name} or ${noradId}`).join(", ");
  }

  read(request: ElementRequest): Promise<SourceAnswer> {
    const key = JSON.stringify(request);
    const known = this.#answers.get(key);
    if (known !== undefined) return Promise.resolve(known);
    const answer = {
      elementSets: bundledElementSets
        .filter((set) => isAskedFor(set, request))
        .map((set) => ({
          set,
          source: this.name,
          receivedMs: this.#receivedMs,
        })),
      problems: [],
    };
    this.#answers.set(key, answer);
    return Promise.resolve(answer);
  }
}
