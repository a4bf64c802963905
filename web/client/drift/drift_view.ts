/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import type { Recording } from "../feed/recording.ts";
import { setText } from "../make_element.ts";
import { SatelliteSelect } from "../satellite_select.ts";
import { chartLook } from "../charts/chart_look.ts";
import type { View } from "../view.ts";
import type { Node } from "./contract.ts";
import { DriftChart } from "./drift_chart.ts";
import { makeDriftPanel } from "./drift_elements.ts";
import { driftHistory } from "./drift_history.ts";
import { describeChart, describeDrift, texts } from "./drift_texts.ts";
import { type NodesQuestion, readNodes } from "./read_nodes.ts";

/** A satellite drifts by seconds a day. */
const refreshMs = 10 * 60_000;
/** What failed, or was nothing yet, is asked again sooner. */
const retryMs = 60_000;

/**
 * How the plane of a satellite's orbit turns against the Sun: the local solar
 * time at which it crosses the equator, as long as it is known. Its range is its
 * own, whatever the page shows.
 */
export class DriftView implements View {
  readonly #satellite = new SatelliteSelect(texts.satellite, () => {
    this.retheme();
    this.#askIfDue();
  });
  readonly #parts = makeDriftPanel(this.#satellite.element);
  readonly #chart: DriftChart;
  #node: Node = "descending";
  #asked = "";
  #askAgainMs = 0;
  #asking = new AbortController();

  /** @param root The satellites, below which it stands. */
  constructor(root: HTMLElement) {
    const { section, nodeButtons, canvas } = this.#parts;
    root.parentElement!.append(section);
    this.#chart = new DriftChart(canvas, chartLook(satelliteStyle(0)));
    for (const [node, button] of nodeButtons) {
      button.addEventListener("click", () => {
        this.#node = node;
        this.#askIfDue();
      });
    }
  }

  draw(recording: Recording): void {
    const isAny = this.#satellite.list(recording);
    this.#parts.section.hidden = !isAny;
    if (isAny) this.#askIfDue();
  }

  retheme(): void {
    this.#chart.retheme(chartLook(satelliteStyle(this.#satellite.noradId)));
  }

  #askIfDue(): void {
    for (const [node, button] of this.#parts.nodeButtons) {
      button.setAttribute("aria-pressed", String(node === this.#node));
    }
    const question = { noradId: this.#satellite.noradId, node: this.#node };
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
      if (history === null) {
        this.#askAgainMs = Date.now() + retryMs;
        return;
      }
      this.#chart.draw(history);
      this.#parts.canvas.setAttribute(
        "aria-label",
        describeChart(
          this.#satellite.nameOf(question.noradId),
          question.node,
          history,
        ),
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
