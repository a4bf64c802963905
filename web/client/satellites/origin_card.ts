/// <reference lib="dom" />
import { formatDateTime } from "../format.ts";
import { makeElement } from "../make_element.ts";
import { formatLocal } from "../format_local.ts";
import type { Place } from "./chart_cursor.ts";
import { texts } from "./columns_texts.ts";
import { describeOrigin, type OriginFact } from "./describe_origin.ts";
import { type Evidence, evidencePath, readEvidence } from "./read_evidence.ts";

const words = texts.origin;
const marginPx = 12;

/** A point of a chart that somebody wants to know more of. */
export interface ChosenPoint {
  noradId: number;
  name: string;
  timeMs: number;
  /** Where it is on the page's visible part. */
  place: Place;
}

/** What one recorded position rests on, beside its point. */
export class OriginCard {
  readonly #element = makeElement("section", {
    class: "origin-card",
    popover: "auto",
    tabindex: "-1",
    role: "dialog",
    "aria-labelledby": "origin-title",
    "data-testid": "origin",
  });
  readonly #title = makeElement("h3", { id: "origin-title" });
  readonly #content = makeElement("div", { role: "status" });
  readonly #json = makeElement("a", {}, words.json);
  #asked = 0;

  /** @param onClosed It is closed, by whatever. */
  constructor(onClosed: () => void) {
    const close = makeElement(
      "button",
      { type: "button", class: "quiet" },
      words.close,
    );
    close.addEventListener("click", () => this.#element.hidePopover());
    this.#element.append(
      this.#title,
      this.#content,
      makeElement("footer", {}, this.#json, close),
    );
    this.#element.addEventListener("toggle", (event) => {
      if ((event as ToggleEvent).newState === "closed") onClosed();
    });
    document.body.append(this.#element);
  }

  async show({ noradId, name, timeMs, place }: ChosenPoint): Promise<void> {
    const asked = ++this.#asked;
    const title = words.title(name, formatDateTime(timeMs));
    this.#title.textContent = title;
    this.#title.title = formatLocal(timeMs);
    this.#json.href = `/api/v1/${evidencePath(noradId, timeMs)}`;
    this.#say(words.asking);
    this.#element.showPopover();
    this.#element.focus({ preventScroll: true });
    this.#moveTo(place);
    try {
      const evidence = await readEvidence(noradId, timeMs);
      if (asked !== this.#asked) return;
      if (evidence) this.#explain(evidence, timeMs);
      else this.#say(words.nothing);
    } catch {
      if (asked === this.#asked) this.#say(words.failed);
    }
    this.#moveTo(place);
  }

  #say(text: string): void {
    this.#content.replaceChildren(makeElement("p", {}, text));
  }

  #explain(evidence: Evidence, timeMs: number): void {
    const before = Date.parse(evidence.position.time) < timeMs
      ? [makeElement("p", {}, words.before(formatDateTime(timeMs)))]
      : [];
    this.#content.replaceChildren(
      ...before,
      makeElement("dl", {}, ...describeOrigin(evidence).map(makeFact)),
    );
  }

  /** Below the point and beside it, but always where it can be seen. */
  #moveTo({ x, y }: Place): void {
    const { offsetWidth, offsetHeight, style } = this.#element;
    const within = (value: number, most: number) =>
      Math.max(marginPx, Math.min(value, most - marginPx));
    const { clientWidth, clientHeight } = document.documentElement;
    style.left = `${within(x + marginPx, clientWidth - offsetWidth)}px`;
    style.top = `${within(y + marginPx, clientHeight - offsetHeight)}px`;
  }
}

function makeFact({ label, parts, href }: OriginFact): HTMLElement {
  return makeElement(
    "div",
    {},
    makeElement("dt", {}, label),
    ...parts.map((part, i) =>
      makeElement(
        "dd",
        {},
        href && i === 0 ? makeElement("a", { href }, part) : part,
      )
    ),
  );
}
