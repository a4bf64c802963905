import type { ElementSet } from "../../tle/element_set.ts";
import {
  type ElementRequest,
  type ElementSource,
  isAskedFor,
  type SourceAnswer,
  type SourcedSet,
} from "../sources/element_source.ts";

/** A source that has what a test puts into it. */
export class GivenSource implements ElementSource {
  readonly name = "given";
  #sets: SourcedSet[] = [];
  #problems: string[] = [];
  #answers = new Map<string, SourceAnswer>();

  describe(): string {
    return "what is given";
  }

  has(sets: readonly ElementSet[], problems: readonly string[] = []): void {
    this.#sets = sets.map((set) => ({ set, source: "given", receivedMs: 0 }));
    this.#problems = [...problems];
    this.#answers = new Map();
  }

  read(request: ElementRequest): Promise<SourceAnswer> {
    const key = JSON.stringify(request);
    const answer = this.#answers.get(key) ?? {
      elementSets: this.#sets.filter(({ set }) => isAskedFor(set, request)),
      problems: this.#problems,
    };
    this.#answers.set(key, answer);
    return Promise.resolve(answer);
  }
}
