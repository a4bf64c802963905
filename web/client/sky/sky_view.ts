/// <reference lib="dom" />
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import type { Roster } from "../feed/roster.ts";
import { formatCount } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { texts } from "../texts.ts";
import type { View } from "../view.ts";
import { SatelliteSearch } from "./satellite_search.ts";
import { SkyCanvas } from "./sky_canvas.ts";
import { SkyReader } from "./sky_reader.ts";
import { SkySamples } from "./sky_samples.ts";
import { SkyTip } from "./sky_tip.ts";

const words = texts.sky;
const drawEachMs = 250;

/** Changes which satellites have a panel. */
export interface SkyActions {
  readonly roster: Roster;
  add(noradId: number): void;
  remove(noradId: number): void;
}

/**
 * All satellites on one map, where there are more than can have a panel each.
 * It moves by itself between two ticks, a few times a second.
 */
export class SkyView implements View {
  readonly #root: HTMLElement;
  readonly #actions: SkyActions;
  readonly #samples = new SkySamples();
  readonly #reader = new SkyReader(this.#samples, () => this.#redraw());
  readonly #map = makeElement("canvas", { "data-testid": "sky", role: "img" });
  readonly #canvas: SkyCanvas;
  readonly #count = makeElement("p", { "data-testid": "sky-count" });
  readonly #chosenList = makeElement("ul", { class: "chosen-list" });
  readonly #tip: SkyTip;
  #chosen: ReadonlyMap<number, string> = new Map();
  #shown = "";
  #moment: Moment | null = null;
  #momentAt = 0;
  #isPinned = false;

  constructor(root: HTMLElement, actions: SkyActions) {
    this.#root = root;
    this.#actions = actions;
    this.#tip = new SkyTip((noradId) => {
      this.#tip.hide();
      actions.add(noradId);
    });
    this.#canvas = new SkyCanvas(this.#map);
    this.#wirePointer();
  }

  draw(recording: Recording, moment: Moment): void {
    if (!this.#actions.roster.isLarge) return;
    if (this.#root.hidden) this.#appear();
    this.#moment = moment;
    this.#momentAt = performance.now();
    this.#chosen = new Map(
      recording.satellites.values().map(({ info }) => [
        info.norad_id,
        info.name,
      ]),
    );
    this.#drawChosenList();
    // A replay goes too fast for what is read each minute.
    if (moment.kind !== "replay") {
      this.#reader.readFor(moment.shownMs, moment.nowMs);
    }
  }

  retheme(): void {
    this.#canvas.retheme();
    this.#redraw();
  }

  /** There is nothing of it on a page of few satellites. */
  #appear(): void {
    const { add } = this.#actions;
    const search = new SatelliteSearch(({ norad_id }) => add(norad_id));
    this.#root.append(
      makeElement(
        "header",
        {},
        makeElement("h2", {}, words.title),
        this.#count,
        search.element,
      ),
      makeElement("div", { class: "sky-map" }, this.#map, this.#tip.element),
      this.#chosenList,
    );
    this.#root.hidden = false;
    setInterval(() => this.#redraw(), drawEachMs);
  }

  #redraw(): void {
    const moment = this.#moment;
    if (moment === null || document.hidden) return;
    const isReplay = moment.kind === "replay";
    this.#map.classList.toggle("away", isReplay);
    if (isReplay) return setText(this.#count, words.notInReplay);
    const sinceMs = performance.now() - this.#momentAt;
    const timeMs = moment.shownMs + (moment.kind === "live" ? sinceMs : 0);
    this.#canvas.draw(this.#samples, timeMs, {
      chosen: this.#chosen,
      pointedAt: this.#tip.noradId,
    });
    const count = words.count(formatCount(this.#samples.size));
    setText(this.#count, count);
    if (this.#map.ariaLabel !== count) this.#map.ariaLabel = count;
    this.#drawTip(timeMs);
  }

  #drawTip(timeMs: number): void {
    const { noradId } = this.#tip;
    if (noradId === null) return;
    const position = this.#samples.at(noradId, timeMs);
    if (position === null) return this.#tip.hide();
    const { clientWidth: width, clientHeight: height } = this.#map;
    this.#tip.show(position, {
      ...this.#canvas.placeOf(position),
      width,
      height,
    }, {
      nowMs: this.#moment!.nowMs,
      isChosen: this.#chosen.has(noradId),
    });
  }

  #wirePointer(): void {
    const point = (event: PointerEvent) => {
      const box = this.#map.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      const noradId = this.#canvas.nearest(x, y);
      const moment = this.#moment;
      const position = noradId !== null && moment !== null
        ? this.#samples.at(noradId, moment.shownMs)
        : null;
      if (position === null) return this.#tip.hide();
      const { width, height } = box;
      this.#tip.show(position, { x, y, width, height }, {
        nowMs: moment!.nowMs,
        isChosen: this.#chosen.has(position.noradId),
      });
    };
    this.#map.addEventListener("pointermove", (event) => {
      if (!this.#isPinned) point(event);
    });
    this.#map.addEventListener("pointerdown", (event) => {
      point(event);
      this.#isPinned = this.#tip.noradId !== null;
    });
    this.#map.addEventListener("pointerleave", () => {
      if (!this.#isPinned) this.#tip.hide();
    });
  }

  #drawChosenList(): void {
    const shown = JSON.stringify([...this.#chosen]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#chosenList.replaceChildren(
      ...this.#chosen.entries().map(
        ([noradId, name]) => {
          const remove = makeElement(
            "button",
            {
              type: "button",
              "aria-label": words.remove(name),
              title: words.remove(name),
            },
            "×",
          );
          remove.addEventListener("click", () => this.#actions.remove(noradId));
          return makeElement("li", {}, name, remove);
        },
      ),
    );
    this.#chosenList.hidden = this.#chosen.size < 2;
  }
}
