/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import { followedRange } from "../charts/followed_range.ts";
import { satelliteStyle } from "../colours.ts";
import { makeExports } from "../export/export_buttons.ts";
import type { Moment } from "../feed/moment.ts";
import type { ElementsOnly } from "../elements_only.ts";
import type { Recording } from "../feed/recording.ts";
import { setAttributes, setText } from "../make_element.ts";
import { SatelliteSelect } from "../satellite_select.ts";
import { chartLook } from "../charts/chart_look.ts";
import type { View } from "../view.ts";
import { AuditChart } from "./audit_chart.ts";
import { byAgeCsv, historyCsv } from "./audit_csv.ts";
import { makeAuditPanel } from "./audit_elements.ts";
import {
  describeByAge,
  describeExpected,
  describeHistory,
  texts,
} from "./audit_texts.ts";
import type { AuditAnswer } from "./contract.ts";
import {
  type ErrorHistory,
  errorHistory,
  historyPlan,
} from "./error_history.ts";
import {
  ageBounds,
  byAgePlan,
  type ErrorsByAge,
  errorsByAge,
} from "./errors_by_age.ts";
import { auditPath, type AuditQuestion, readAudit } from "./read_audit.ts";

/** What the server compares if nothing else is said. */
const mostMs = 180 * 86_400_000;

/** How far off predictions of one satellite turned out to be. */
export class AuditView implements View {
  readonly #elementsOnly: ElementsOnly;
  readonly #satellite = new SatelliteSelect(texts.satellite, () => {
    this.retheme();
    this.#askIfDue();
  });
  #moment: Moment | null = null;
  readonly #parts = makeAuditPanel(this.#satellite.element);
  readonly #byAgeChart: AuditChart;
  readonly #historyChart: AuditChart;
  #ageDays = 1;
  readonly #asker = new Asker<AuditQuestion, AuditAnswer>({
    ask: readAudit,
    // Charts of the same predictions stay until the next ones.
    onOther: (question) => {
      if (subjectOf(question) !== this.#shown) this.#say(texts.loading);
    },
    onAnswer: (answer, question) => {
      this.#show(answer, question);
      return true;
    },
    onFailed: () => this.#say(texts.failed),
  });
  readonly #byAgeExports = makeExports();
  readonly #historyExports = makeExports();
  /** Of which predictions the charts are. */
  #shown = "";
  #byAge: ErrorsByAge | null = null;
  #history: ErrorHistory | null = null;

  constructor(root: HTMLElement, elementsOnly: ElementsOnly) {
    this.#elementsOnly = elementsOnly;
    const { section, ageButtons } = this.#parts;
    root.append(section);
    const look = chartLook(satelliteStyle(0));
    const { byAgeCanvas, historyCanvas } = this.#parts;
    byAgeCanvas.parentElement!.after(this.#byAgeExports.element);
    historyCanvas.parentElement!.after(this.#historyExports.element);
    this.#byAgeChart = new AuditChart(
      byAgeCanvas,
      look,
      byAgePlan(() => this.#byAge),
    );
    this.#historyChart = new AuditChart(
      historyCanvas,
      look,
      historyPlan(() => this.#history),
    );
    for (const [days, button] of ageButtons) {
      button.addEventListener("click", () => {
        this.#ageDays = days;
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
    const look = chartLook(satelliteStyle(this.#satellite.noradId));
    this.#byAgeChart.retheme(look);
    this.#historyChart.retheme(look);
  }

  #askIfDue(): void {
    const { ageButtons, historyTitle, rangeNote } = this.#parts;
    for (const [days, button] of ageButtons) {
      setAttributes(button, { "aria-pressed": String(days === this.#ageDays) });
    }
    setText(historyTitle, texts.history(this.#ageDays));
    const moment = this.#moment;
    if (!moment) return;
    const range = followedRange(moment);
    const isLong = range !== null && range.toMs - range.fromMs > mostMs;
    const note = range === null ? texts.notShort : isLong ? texts.notLong : "";
    setText(rangeNote, note);
    this.#asker.askIfDue({
      noradId: this.#satellite.noradId,
      ageDays: this.#ageDays,
      fromMs: range === null || isLong ? null : range.fromMs,
      toMs: moment.kind === "live" ? null : moment.range.toMs,
    });
    this.#historyChart.mark(range ? null : moment.range);
  }

  #show(answer: AuditAnswer, question: AuditQuestion): void {
    const { noradId, ageDays, fromMs } = question;
    this.#shown = subjectOf(question);
    const name = this.#satellite.nameOf(noradId);
    const { byAgeCanvas, historyCanvas, expected, section } = this.#parts;
    const byAge = this.#byAge = errorsByAge(answer);
    const history = this.#history = errorHistory(answer);
    section.dataset.ages = String(byAge.median.length);
    section.dataset.points = String(history.lines.flat().length);
    this.#say(byAge.median.length === 0 ? texts.none : "");
    setText(expected, describeExpected(answer));
    this.#byAgeChart.draw([byAge.median, byAge.p95], ageBounds(answer));
    const range = {
      fromMs: fromMs ?? Date.parse(answer.percentiles_from),
      toMs: Date.parse(answer.percentiles_to),
    };
    this.#historyChart.draw(history.lines, {
      min: range.fromMs,
      max: range.toMs,
    });
    const path = () => auditPath(question);
    this.#byAgeExports.offer(texts.byAgeOf(name), {
      csv: () => byAgeCsv(name, answer),
      path,
    });
    this.#historyExports.offer(texts.historyOf(name), {
      csv: () => historyCsv(name, answer, range),
      path,
    });
    byAgeCanvas.setAttribute("aria-label", describeByAge(name, answer));
    historyCanvas.setAttribute(
      "aria-label",
      describeHistory(name, ageDays, answer),
    );
  }

  /** Says something in the place of the charts; "" shows them. */
  #say(text: string): void {
    const { message, charts, expected } = this.#parts;
    if (text !== "") setText(expected, "");
    setText(message, text);
    message.hidden = text === "";
    charts.hidden = text !== "";
  }
}

function subjectOf({ noradId, ageDays }: AuditQuestion): string {
  return `${noradId} ${ageDays}`;
}
