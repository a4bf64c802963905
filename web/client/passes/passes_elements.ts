/// <reference lib="dom" />
import { texts as exportTexts } from "../export/export_texts.ts";
import { makeElement } from "../make_element.ts";
import { texts } from "./passes_texts.ts";

/** The parts of the panel that change. */
export interface PassesElements {
  section: HTMLElement;
  title: HTMLElement;
  place: HTMLElement;
  /** Opens and closes the form of the place. */
  change: HTMLButtonElement;
  next: HTMLElement;
  message: HTMLElement;
  /** All that rests on an answer. */
  answered: HTMLElement;
  body: HTMLElement;
  footer: HTMLElement;
  csv: HTMLAnchorElement;
  calendar: HTMLAnchorElement;
  curl: HTMLButtonElement;
}

/** What has a file of its own. */
export interface PassesParts {
  satellite: HTMLElement;
  placeForm: HTMLElement;
  filters: HTMLElement;
  missing: HTMLElement;
  warnings: HTMLElement;
  table: HTMLElement;
  details: HTMLElement;
}

/** Returns the empty panel around its parts. */
export function makePassesPanel(parts: PassesParts): PassesElements {
  const title = makeElement("h2", { id: "passes-title" }, texts.title);
  const place = makeElement("p", { class: "place" });
  const change = makeElement(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-controls": "place-form",
      "data-testid": "change-place",
    },
    texts.change,
  );
  const next = makeElement("p", {
    class: "next",
    role: "timer",
    "data-testid": "next-pass",
  });
  const message = makeElement("p", {
    class: "passes-message",
    role: "status",
    "data-testid": "passes-message",
  });
  const csv = download(texts.csv, texts.csvName, "csv");
  const calendar = download(texts.calendar, texts.calendarName, "ics");
  const curl = makeElement(
    "button",
    { type: "button", class: "quiet", "data-testid": "curl" },
    exportTexts.curl,
  );
  const body = makeElement(
    "div",
    { class: "passes-body" },
    parts.table,
    parts.details,
  );
  const answered = makeElement(
    "div",
    {},
    next,
    parts.missing,
    parts.warnings,
    body,
  );
  const footer = makeElement("footer", {}, csv, calendar, curl);
  const section = makeElement(
    "section",
    {
      class: "panel passes",
      "aria-labelledby": "passes-title",
      "data-testid": "passes-view",
    },
    makeElement("header", {}, title, place, change, parts.satellite),
    parts.placeForm,
    parts.filters,
    message,
    answered,
    footer,
  );
  return {
    section,
    title,
    place,
    change,
    next,
    message,
    answered,
    body,
    footer,
    csv,
    calendar,
    curl,
  };
}

function download(
  text: string,
  name: string,
  testId: string,
): HTMLAnchorElement {
  return makeElement(
    "a",
    { download: "", "aria-label": name, title: name, "data-testid": testId },
    text,
  );
}
