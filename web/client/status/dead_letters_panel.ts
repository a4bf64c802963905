/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import { Asker } from "../asker.ts";
import { formatCount } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import type { DeadLettersAnswer } from "./contract.ts";
import { describeDeadLetters } from "./describe_dead_letters.ts";
import { StatusTable } from "./status_table.ts";
import { texts } from "./status_texts.ts";

const words = texts.deadLetters;
const mostShown = 5;

/** The first of the records that could not be applied, where there are any. */
export class DeadLettersPanel {
  readonly #table = new StatusTable("dead-letters", words.title, words);
  readonly #count = makeElement("span");
  readonly #asker = new Asker<{ count: number }, DeadLettersAnswer>({
    ask: async (_, signal) => {
      const path = `dead-letters?limit=${mostShown}`;
      const answer = await askServer("read dead letters", path, signal);
      return await answer.json() as DeadLettersAnswer;
    },
    onOther: () => {},
    onAnswer: ({ dead_letters: letters }, { count }) => {
      this.#table.draw({ rows: describeDeadLetters(letters) });
      const shown = formatCount(letters.length);
      setText(this.#count, words.first(shown, formatCount(count)));
      return true;
    },
    onFailed: () => setText(this.#count, words.failed),
  });

  constructor() {
    this.section.append(
      makeElement(
        "footer",
        {},
        this.#count,
        makeElement("a", { href: "/api/v1/dead-letters" }, words.all),
      ),
    );
  }

  get section(): HTMLElement {
    return this.#table.section;
  }

  draw(count: number | null): void {
    this.section.hidden = !count;
    if (count) this.#asker.askIfDue({ count });
  }
}
