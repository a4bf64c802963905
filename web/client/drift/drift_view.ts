/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import type { SatelliteInfo } from "../feed/contract.ts";
import type { Recording } from "../feed/recording.ts";
import { makeElement, setText } from "../make_element.ts";
import { chartLook } from "../satellites/chart_look.ts";
import { orderSatellites } from "../satellites/order_satellites.ts";
import type { View } from "../view.ts";
import type { Node } from "./contract.ts";
import { DriftChart } from "./drift_chart.ts";
import { makeDriftPanel } from "./drift_elements.ts";
import { driftHistory } from "./drift_history.ts";
import { describeChart, describeDrift, texts } from "./drift_texts.ts";
import { type NodesQuestion, readNodes } from "./read_nodes.ts";

/** A satellite drifts by seconds a day; what failed is asked again, too. */
const refreshMs = 10 * 60_000;
const retryMs = 60_000;

/**
 * How the plane of a satellite's orbit turns against the Sun: the local solar
 * time at which it crosses the equator, as long as it is known. Its range is its
 * own, whatever the page shows.
 */
export class DriftView implements View {
  readonly #parts = makeDriftPanel();
  readonly #chart: DriftChart;
  #noradId: number | null = null;
  #node: Node = "descending";
  #listed = "";
  #names = new Map<number, string>();
  #asked = "";
  #askAgainMs = 0;
  #asking = new AbortController();

  /** @param root The satellites, below which it stands. */
  constructor(root: HTMLElement) {
    const { section, satellite, nodeButtons, canvas } = this.#parts;
    root.parentElement!.append(section);
    this.#chart = new DriftChart(canvas, chartLook(satelliteStyle(0)));
    satellite.addEventListener("change", () => {
      this.#noradId = Number(satellite.value);
      this.retheme();
      this.#askIfDue();
    });
    for (const [node, button] of nodeButtons) {
      button.addEventListener("click", () => {
        this.#node = node;
        this.#askIfDue();
      });
    }
  }

  draw(recording: Recording): void {
    const infos = [...recording.satellites.values()].map(({ info }) => info);
    this.#parts.section.hidden = infos.length === 0;
    if (infos.length === 0) return;
    this.#list(orderSatellites(infos));
    this.#askIfDue();
  }

  retheme(): void {
    this.#chart.retheme(chartLook(satelliteStyle(this.#noradId ?? 0)));
  }

  #list(infos: readonly SatelliteInfo[]): void {
    const listed = infos.map(({ norad_id, name }) => `${norad_id} ${name}`)
      .join();
    if (listed === this.#listed) return;
    this.#listed = listed;
    this.#names = new Map(infos.map(({ norad_id, name }) => [norad_id, name]));
    const { satellite } = this.#parts;
    satellite.replaceChildren(
      ...infos.map(({ norad_id, name }) =>
        makeElement("option", { value: String(norad_id) }, name)
      ),
    );
    if (this.#noradId === null || !this.#names.has(this.#noradId)) {
      this.#noradId = infos[0]!.norad_id;
      this.retheme();
    }
    satellite.value = String(this.#noradId);
  }

  #askIfDue(): void {
    for (const [node, button] of this.#parts.nodeButtons) {
      button.setAttribute("aria-pressed", String(node === this.#node));
    }
    const question = { noradId: this.#noradId!, node: this.#node };
    const asked = JSON.stringify(question);
    if (asked === this.#asked && Date.now() < this.#askAgainMs) return;
    if (asked !== this.#asked) this.#say(texts.loading);
    this.#asked = asked;
    this.#askAgainMs = Date.now() + refreshMs;
    this.#ask(question);
  }

  async #ask(question: NodesQuestion): Promise<void> {
    this.#asking.abort();
    const { signal } = this.#asking = new AbortController();
    try {
      const answer = await readNodes(question, signal);
      if (signal.aborted) return;
      const history = driftHistory(answer);
      this.#parts.section.dataset.points = String(answer.nodes.length);
      this.#say(history === null ? texts.none : "");
      setText(this.#parts.extent, history ? describeDrift(history) : "");
      if (history === null) return;
      this.#chart.draw(history);
      const name = this.#names.get(question.noradId) ??
        String(question.noradId);
      this.#parts.canvas.setAttribute(
        "aria-label",
        describeChart(name, question.node, history),
      );
    } catch {
      if (signal.aborted) return;
      this.#askAgainMs = Date.now() + retryMs;
      this.#say(texts.failed);
    }
  }

  /** Says something in the place of the chart; "" shows it. */
  #say(text: string): void {
    const { message, chart } = this.#parts;
    setText(message, text);
    message.hidden = text === "";
    chart.hidden = text !== "";
  }
}
