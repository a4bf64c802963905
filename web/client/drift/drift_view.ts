/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import { followedRange } from "../charts/followed_range.ts";
import { satelliteStyle } from "../colours.ts";
import type { ElementsOnly } from "../elements_only.ts";
import { makeExports } from "../export/export_buttons.ts";
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { setAttributes, setText } from "../make_element.ts";
import { SatelliteSelect } from "../satellite_select.ts";
import { chartLook } from "../charts/chart_look.ts";
import type { View } from "../view.ts";
import type { Node, NodesAnswer } from "./contract.ts";
import { DriftChart } from "./drift_chart.ts";
import { makeDriftPanel } from "./drift_elements.ts";
import { driftHistory } from "./drift_history.ts";
import { describeChart, describeDrift, texts } from "./drift_texts.ts";
import { nodesCsv } from "./nodes_csv.ts";
import { nodesPath, type NodesQuestion, readNodes } from "./read_nodes.ts";

/**
 * How the plane of a satellite's orbit turns against the Sun: the local solar
 * time at which it crosses the equator. Of a range of less than a week it shows
 * all that is known instead, with the range marked.
 */
export class DriftView implements View {
  readonly #elementsOnly: ElementsOnly;
  readonly #satellite = new SatelliteSelect(texts.satellite, () => {
    this.retheme();
    this.#askIfDue();
  });
  #moment: Moment | null = null;
  /** Of which crossings the chart is. */
  #shown = "";
  readonly #parts = makeDriftPanel(this.#satellite.element);
  readonly #chart: DriftChart;
  readonly #exports = makeExports();
  #node: Node = "descending";
  readonly #asker = new Asker<NodesQuestion, NodesAnswer>({
    ask: readNodes,
    // A chart of the same crossings stays until the next one.
    onOther: (question) => {
      if (subjectOf(question) !== this.#shown) this.#say(texts.loading);
    },
    onAnswer: (answer, question) => this.#show(answer, question),
    onFailed: () => this.#say(texts.failed),
  });

  constructor(root: HTMLElement, elementsOnly: ElementsOnly) {
    this.#elementsOnly = elementsOnly;
    const { section, nodeButtons, canvas } = this.#parts;
    canvas.parentElement!.after(this.#exports.element);
    root.append(section);
    this.#chart = new DriftChart(canvas, chartLook(satelliteStyle(0)));
    for (const [node, button] of nodeButtons) {
      button.addEventListener("click", () => {
        this.#node = node;
        this.#askIfDue();
      });
    }
  }

  draw(recording: Recording, moment: Moment): void {
    this.#moment = moment;
    const isAny = this.#satellite.list(recording, this.#elementsOnly.list());
    this.#parts.section.hidden = !isAny;
    if (isAny) this.#askIfDue();
  }

  retheme(): void {
    this.#chart.retheme(chartLook(satelliteStyle(this.#satellite.noradId)));
  }

  #askIfDue(): void {
    for (const [node, button] of this.#parts.nodeButtons) {
      setAttributes(button, { "aria-pressed": String(node === this.#node) });
    }
    const moment = this.#moment;
    if (!moment) return;
    const { noradId } = this.#satellite;
    const range = followedRange(moment);
    this.#asker.askIfDue({ noradId, node: this.#node, range });
    setText(this.#parts.rangeNote, range ? "" : texts.allKnown);
    this.#chart.mark(range ? null : moment.range);
  }

  /** Returns whether there is anything to show. */
  #show(answer: NodesAnswer, question: NodesQuestion): boolean {
    const { noradId, node, range } = question;
    const history = driftHistory(answer, range);
    this.#shown = subjectOf(question);
    const { section, extent, canvas } = this.#parts;
    section.dataset.points = String(answer.nodes.length);
    const none = range ? texts.noneInRange : texts.none;
    this.#say(history === null ? none : "");
    setText(extent, history ? describeDrift(history) : "");
    if (history === null) return false;
    this.#chart.draw(history);
    const name = this.#satellite.nameOf(noradId);
    this.#exports.offer(texts.crossingsOf(name), {
      csv: () => nodesCsv(name, node, answer),
      path: () => nodesPath(question),
    });
    canvas.setAttribute("aria-label", describeChart(name, node, history));
    return true;
  }

  /** Says something in the place of the chart; "" shows it. */
  #say(text: string): void {
    const { message, chart, extent } = this.#parts;
    if (text !== "") setText(extent, "");
    setText(message, text);
    message.hidden = text === "";
    chart.hidden = text !== "";
  }
}

function subjectOf({ noradId, node }: NodesQuestion): string {
  return `${noradId} ${node}`;
}
