/// <reference lib="dom" />
import { chartLook } from "../charts/chart_look.ts";
import { satelliteStyle } from "../colours.ts";
import { formatCount, formatDateTime } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import type { Pass, PassMoment, TrackPoint } from "./contract.ts";
import {
  describeAge,
  describeAzimuth,
  describeData,
  describeDirection,
  describeError,
  describeLatest,
  describeLight,
  describePlot,
  describeSource,
  describeSun,
  describeVisible,
  formatElevation,
} from "./describe_pass.ts";
import { ElevationChart } from "./elevation_chart.ts";
import { formatLocal, formatRise } from "./format_rise.ts";
import {
  type PassesChoice,
  type PlotSide,
  plotSides,
} from "./passes_choice.ts";
import { elementsPath } from "./passes_query.ts";
import { markerOf } from "./passes_table.ts";
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
  #pass: Pass | null = null;

  constructor(onSide: (plot: PlotSide) => void) {
    for (const side of plotSides) {
      const button = makeElement(
        "button",
        { type: "button", "data-testid": `plot-${side}` },
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
    { choice, shownMs }: { choice: PassesChoice; shownMs: number },
  ): void {
    const { plot, minElevationDeg } = choice;
    for (const [side, button] of this.#sideButtons) {
      button.setAttribute("aria-pressed", String(side === plot));
    }
    if (pass !== this.#pass) this.#describe(pass, choice);
    const label = describePlot(pass, nameOf(choice.place!), plot);
    if (this.#skyCanvas.ariaLabel !== label) this.#skyCanvas.ariaLabel = label;
    const points = track ?? emptyTrack;
    this.#plot.draw({ pass, track: points, minElevationDeg, plot, shownMs });
    this.#chart.draw(pass, points, shownMs);
  }

  /** Says something of the track; "" for nothing. */
  say(text: string): void {
    setText(this.#message, text);
    this.#message.hidden = text === "";
  }

  retheme(): void {
    this.#plot.retheme();
    const style = satelliteStyle(this.#pass?.norad_id ?? 0);
    this.#chart.retheme(chartLook(style));
  }

  #describe(pass: Pass, choice: PassesChoice): void {
    const isOther = pass.norad_id !== this.#pass?.norad_id;
    this.#pass = pass;
    if (isOther) this.retheme();
    this.#title.replaceChildren(
      markerOf(pass.norad_id),
      `${pass.name}, ${formatRise(pass.aos.time, null)} UTC`,
    );
    this.#elevationCanvas.ariaLabel = texts.elevationSummary(
      pass.name,
      formatElevation(pass.max_elevation_deg),
      pass.tca.time.slice(11, 19),
    );
    this.#moments.replaceChildren(
      ...(["aos", "tca", "los"] as const).map((key) => momentRow(pass, key)),
    );
    this.#facts.replaceChildren(
      ...factsOf(pass, choice).map(([name, ...facts]) =>
        makeElement(
          "div",
          {},
          makeElement("dt", {}, name),
          ...facts.map((fact) => makeElement("dd", {}, fact)),
        )
      ),
    );
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
  const isCut = (key === "aos" && pass.cut.start) ||
    (key === "los" && pass.cut.end);
  const { cutNames, momentNames } = texts;
  return makeElement(
    "tr",
    {},
    makeElement(
      "th",
      { scope: "row" },
      isCut ? cutNames[key as "aos" | "los"] : momentNames[key],
    ),
    makeElement(
      "td",
      { title: texts.local(formatLocal(moment.time)) },
      moment.time.slice(11, 21),
    ),
    makeElement("td", {}, describeAzimuth(moment)),
    makeElement("td", {}, formatElevation(moment.elevation_deg)),
    makeElement("td", {}, texts.kilometres(formatCount(moment.range_km))),
  );
}

/** What is known of a pass beside its moments; each with its name. */
function factsOf(
  pass: Pass,
  choice: PassesChoice,
): [string, ...(Node | string)[]][] {
  const words = texts.facts;
  const light = [describeLight(pass), describeVisible(pass)].filter(Boolean);
  const sets = pass.element_sets ??
    (pass.element_set ? [pass.element_set] : []);
  const error = describeError(pass);
  const latest = describeLatest(pass);
  return [
    [
      words.rests,
      `${describeSource(pass)}; ${describeData(pass)}`,
      ...sets.map((set) =>
        makeElement(
          "a",
          {
            href: elementsPath(pass, choice),
            title: texts.epoch(formatDateTime(Date.parse(set.epoch))),
          },
          `${describeAge(set)}, set ${set.id}`,
        )
      ),
    ],
    [
      words.error,
      error === ""
        ? words.unknown
        : `${error}, ${words.basis[pass.expected_timing_error_s!.basis]}`,
    ],
    [words.light, light.join(", "), describeSun(pass)],
    [
      words.direction,
      describeDirection(pass),
      ...pass.orbit_number === null ? [] : [words.orbit(pass.orbit_number)],
    ],
    ...latest === "" ? [] : [[words.latest, latest] satisfies [string, string]],
  ];
}
