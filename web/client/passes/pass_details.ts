/// <reference lib="dom" />
import { chartLook } from "../charts/chart_look.ts";
import { satelliteStyle } from "../colours.ts";
import { formatCount } from "../format.ts";
import { formatLocal } from "../format_local.ts";
import { makeElement, setText } from "../make_element.ts";
import { markerOf } from "../marker.ts";
import type { Pass, PassMoment, TrackPoint } from "./contract.ts";
import {
  describeAzimuth,
  describePlot,
  formatElevation,
  passEnd,
} from "./describe_pass.ts";
import { ElevationChart } from "./elevation_chart.ts";
import { formatDay } from "./format_day.ts";
import { makeFacts } from "./pass_facts.ts";
import {
  type PassesChoice,
  type PlotSide,
  plotSides,
} from "./passes_choice.ts";
import { NowRow } from "./now_row.ts";
import { texts } from "./passes_texts.ts";
import { nameOf } from "./place.ts";
import { SkyPlot } from "./sky_plot.ts";

const emptyTrack: readonly TrackPoint[] = [];

/** One pass: over the sky, its height over time, and all that is known of it. */
export class PassDetails {
  readonly element: HTMLElement;
  readonly #title = makeElement("h3", { id: "pass-title" });
  readonly #sideButtons = new Map<PlotSide, HTMLButtonElement>();
  readonly #skyCanvas = makeElement("canvas", {
    role: "img",
    "data-testid": "sky-plot",
  });
  readonly #message = makeElement("p", { class: "passes-message" });
  readonly #moments = makeElement("tbody", { "data-testid": "moments" });
  readonly #facts = makeElement("dl", {
    class: "facts",
    "data-testid": "facts",
  });
  readonly #elevationCanvas = makeElement("canvas", { role: "img" });
  readonly #plot: SkyPlot;
  readonly #chart: ElevationChart;
  readonly #now = new NowRow(this.#moments);
  #pass: Pass | null = null;

  constructor(onSide: (plot: PlotSide) => void) {
    for (const side of plotSides) {
      const button = makeElement(
        "button",
        {
          type: "button",
          title: texts.plotEast[side],
          "data-testid": `plot-${side}`,
        },
        texts.plotSides[side],
      );
      button.addEventListener("click", () => onSide(side));
      this.#sideButtons.set(side, button);
    }
    this.element = this.#makeElement();
    this.#plot = new SkyPlot(this.#skyCanvas);
    this.#chart = new ElevationChart(
      this.#elevationCanvas,
      chartLook(satelliteStyle(0)),
    );
  }

  /** @param track Null as long as it is not there. */
  draw(
    pass: Pass,
    track: readonly TrackPoint[] | null,
    { choice, shownMs, isLive }: {
      choice: PassesChoice;
      shownMs: number;
      isLive: boolean;
    },
  ): void {
    const { plot, minElevationDeg } = choice;
    for (const [side, button] of this.#sideButtons) {
      button.setAttribute("aria-pressed", String(side === plot));
    }
    if (pass !== this.#pass) this.#describe(pass);
    const label = describePlot(pass, nameOf(choice.place!), plot);
    if (this.#skyCanvas.ariaLabel !== label) this.#skyCanvas.ariaLabel = label;
    const points = track ?? emptyTrack;
    this.#plot.draw({ pass, track: points, minElevationDeg, plot, shownMs });
    this.#chart.draw(pass, points, shownMs);
    this.#now.draw(pass, points, { shownMs, isLive });
  }

  /** Says something of the track; "" for nothing. */
  say(text: string): void {
    setText(this.#message, text);
    this.#message.hidden = text === "";
  }

  /** Brings it into view. */
  reveal(): void {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.element.scrollIntoView({ behavior: isCalm ? "auto" : "smooth" });
  }

  retheme(): void {
    this.#plot.retheme();
    const style = satelliteStyle(this.#pass?.norad_id ?? 0);
    this.#chart.retheme(chartLook(style));
  }

  #describe(pass: Pass): void {
    const isOther = pass.norad_id !== this.#pass?.norad_id;
    this.#pass = pass;
    if (isOther) this.retheme();
    this.#title.title = formatLocal(Date.parse(pass.aos.time));
    this.#title.replaceChildren(
      markerOf(pass.norad_id),
      `${pass.name}, ${formatDay(pass.aos.time)} ${
        pass.aos.time.slice(11, 19)
      } UTC`,
    );
    this.#elevationCanvas.ariaLabel = texts.elevationSummary(
      pass.name,
      formatElevation(pass.max_elevation_deg),
      pass.tca.time.slice(11, 19),
    );
    this.#moments.replaceChildren(
      ...(["aos", "tca", "los"] as const).map((key) => momentRow(pass, key)),
    );
    this.#facts.replaceChildren(...makeFacts(pass));
  }

  #makeElement(): HTMLElement {
    const figure = (title: string, plot: string, canvas: HTMLElement) =>
      makeElement(
        "figure",
        {},
        makeElement("figcaption", {}, title),
        makeElement("div", { class: `plot ${plot}` }, canvas),
      );
    return makeElement(
      "section",
      { class: "pass", "aria-labelledby": "pass-title", "data-testid": "pass" },
      this.#title,
      makeElement(
        "div",
        { class: "segments", role: "group", "aria-label": texts.plotSide },
        ...this.#sideButtons.values(),
      ),
      this.#message,
      makeElement("div", { class: "plot sky-plot" }, this.#skyCanvas),
      makeElement("p", { class: "hint" }, texts.legend),
      makeElement(
        "table",
        { class: "moments" },
        makeElement("caption", { class: "unseen" }, texts.moments),
        makeElement(
          "thead",
          {},
          makeElement(
            "tr",
            {},
            makeElement("td"),
            ...texts.momentColumns.map((name) =>
              makeElement("th", { scope: "col" }, name)
            ),
          ),
        ),
        this.#moments,
      ),
      figure(texts.elevationChart, "elevation-plot", this.#elevationCanvas),
      this.#facts,
    );
  }
}

function momentRow(pass: Pass, key: "aos" | "tca" | "los"): HTMLElement {
  const moment: PassMoment = pass[key];
  const name = key === "tca"
    ? texts.highest
    : texts.ends[key][passEnd(pass, key)];
  return makeElement(
    "tr",
    {},
    makeElement("th", { scope: "row" }, name),
    makeElement(
      "td",
      { title: formatLocal(Date.parse(moment.time)) },
      moment.time.slice(11, 19),
      makeElement("span", { class: "tenths" }, moment.time.slice(19, 21)),
    ),
    makeElement("td", {}, describeAzimuth(moment)),
    makeElement("td", {}, formatElevation(moment.elevation_deg)),
    makeElement("td", {}, formatCount(moment.range_km)),
  );
}
