import ical, {
  escape,
  foldLines,
  ICalEvent,
  type ICalEventData,
  ICalEventTransparency,
} from "ical-generator";
import { printableCell } from "../../shared/printable.ts";
import type { NamedObserver } from "../observers/named_observer.ts";
import { explainPass, summarizePass } from "./explain_pass.ts";
import type { PassJson } from "./pass_json.ts";

/** How soon who has subscribed should ask again: predictions grow better. */
const REFRESH_S = 3_600;

/** So many are written at a time. */
const CHUNK = 100;
const END = "END:VCALENDAR";

export interface CalendarOptions {
  readonly observer: NamedObserver;
  /** When the answer is made. */
  readonly madeMs: number;
}

/**
 * Writes passes as a calendar (RFC 5545), an event each. Its UID is made of the
 * id of the pass, so that a pass whose times have changed, or that was flown,
 * takes the place of the one predicted.
 */
export function* writeCalendar(
  passes: readonly PassJson[],
  options: CalendarOptions,
): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const calendar = ical({
    // The library does not escape this one.
    name: escape(`Passes over ${placeName(options.observer)}`, false),
    prodId: { company: "Groundtrack", product: "passes", language: "EN" },
    ttl: REFRESH_S,
  });
  const empty = calendar.toString();
  yield encoder.encode(empty.slice(0, empty.lastIndexOf(END)));
  for (let i = 0; i < passes.length; i += CHUNK) {
    const events = passes.slice(i, i + CHUNK).map((pass) =>
      new ICalEvent(eventOf(pass, options), calendar).toString()
    );
    yield encoder.encode(foldLines(events.join("")));
  }
  yield encoder.encode(`${END}\r\n`);
}

function eventOf(
  pass: PassJson,
  { observer, madeMs }: CalendarOptions,
): ICalEventData {
  return {
    id: `${pass.id}@groundtrack`,
    sequence: sequenceOf(pass),
    stamp: new Date(madeMs),
    start: new Date(pass.aos.time),
    // A calendar has whole seconds, and no event ends as it begins.
    end: new Date(Math.ceil(Date.parse(pass.los.time) / 1000) * 1000),
    summary: summarizePass(pass),
    description: explainPass(pass),
    location: {
      title: placeName(observer),
      geo: {
        lat: geoDegrees(observer.latitudeDeg),
        lon: geoDegrees(observer.longitudeDeg),
      },
    },
    // A pass keeps nobody from a meeting.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/**
 * Never goes down as more is known of a pass, and stays as long as nothing is:
 * the minute of the epoch of the elements that it is predicted from, and that
 * of its TCA, if that is later, once it is recorded.
 */
function sequenceOf({ source, element_set, tca }: PassJson): number {
  const epochMs = element_set === null ? 0 : Date.parse(element_set.epoch);
  const recordedMs = source === "predicted" ? 0 : Date.parse(tca.time);
  return Math.floor(Math.max(epochMs, recordedMs) / 60_000);
}

function placeName({ name, latitudeDeg, longitudeDeg }: NamedObserver): string {
  if (name !== null) return printableCell(name);
  return `${latitudeDeg.toFixed(4)}, ${longitudeDeg.toFixed(4)}`;
}

/**
 * To 0.1 m, so that it has no exponent; and that far beside zero, where the
 * library would leave out the place.
 */
function geoDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 || 1e-6;
}
