import { findNamed, findPlaces, type ListedPlace } from "./find_places.ts";
import { isSamePlace, type Place } from "./place.ts";

const retryMs = 60_000;

/** What is known of a name: its place, or which names are near. */
export interface NameAnswer {
  place: ListedPlace | null;
  near: string[];
}

/** Which places the server knows by their names; each is asked for once. */
export class NamedPlaces {
  readonly #answers = new Map<string, NameAnswer | null>();
  readonly #onAnswer: () => void;

  constructor(onAnswer: () => void) {
    this.#onAnswer = onAnswer;
  }

  /** What is known of a name; null as long as that is asked for. */
  find(name: string): NameAnswer | null {
    const answer = this.#answers.get(name);
    if (answer === undefined) this.#ask(name);
    return answer ?? null;
  }

  /** Whether the name of a place tells the server where it is. */
  isListed(place: Place): boolean {
    if (place.name === null) return false;
    const listed = this.find(place.name)?.place;
    return listed ? isSamePlace(listed, place) : false;
  }

  async #ask(name: string): Promise<void> {
    this.#answers.set(name, null);
    try {
      const { found, near } = await findPlaces(name);
      this.#answers.set(name, {
        place: findNamed(found, name),
        near: [...found, ...near].map((one) => one.name),
      });
      this.#onAnswer();
    } catch {
      setTimeout(() => this.#answers.delete(name), retryMs);
    }
  }
}
