import assert from "node:assert/strict";
import ICAL from "ical.js";
import { givenPass } from "../testdata/given_pass.ts";
import type { PassJson } from "./pass_json.ts";
import { type CalendarOptions, writeCalendar } from "./write_calendar.ts";

const MOSCOW: CalendarOptions = {
  observer: {
    name: "Moscow",
    latitudeDeg: 55.75,
    longitudeDeg: 37.62,
    altitudeM: 150,
  },
  madeMs: Date.UTC(2026, 7, 21, 12),
};

function write(passes: PassJson[], options = MOSCOW): string {
  return [...writeCalendar(passes, options)].map((piece) =>
    new TextDecoder().decode(piece)
  ).join("");
}

/** What a parser of other people's makes of it. */
function read(passes: PassJson[], options = MOSCOW) {
  const calendar = new ICAL.Component(ICAL.parse(write(passes, options)));
  const events = calendar.getAllSubcomponents("vevent");
  return {
    calendar,
    events: events.map((component) => new ICAL.Event(component)),
    property: (name: string) => events[0]!.getFirstPropertyValue(name),
  };
}

const seconds = (time: ICAL.Time) => time.toJSDate().toISOString();

Deno.test("writeCalendar() writes an event from rise to set", () => {
  const { calendar, events, property } = read([givenPass()]);
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  assert.equal(
    calendar.getFirstPropertyValue("x-wr-calname"),
    "Passes over Moscow",
  );
  assert.equal(
    String(calendar.getFirstPropertyValue("refresh-interval")),
    "PT1H",
  );
  const event = events[0]!;
  assert.equal(event.uid, "25994-55.7500N-37.6200E-142815@groundtrack");
  assert.equal(seconds(event.startDate), "2026-08-21T08:12:30.000Z");
  assert.equal(seconds(event.endDate), "2026-08-21T08:24:51.000Z");
  assert.equal(event.summary, "TERRA 67° max, S to N");
  assert.equal(event.location, "Moscow");
  assert.equal(String(property("dtstamp")), "2026-08-21T12:00:00Z");
  assert.deepEqual(property("geo"), [55.75, 37.62]);
  assert.equal(property("transp"), "TRANSPARENT");
  assert.equal(
    event.description,
    [
      "Rises 08:12:30 UTC at azimuth 178° (S)",
      "Highest 08:18:40 UTC at azimuth 88° (E), 67° up, 3051 km away",
      "Sets 08:24:50 UTC at azimuth 3° (N)",
      "Predicted from elements of 2026-08-20 23:18 UTC, 9 h before the pass",
      "Times are within 0.9 s (95 %), unless the satellite manoeuvres",
    ].join("\n"),
  );
});

Deno.test("writeCalendar() tells what a pass rests on", () => {
  const data = {
    samples_present: 700,
    samples_expected: 741,
    completeness: 0.94,
  };
  const described = (said: Partial<PassJson>) =>
    read([givenPass(said)]).events[0]!.description.split("\n");
  const error = { expected_timing_error_s: null };
  assert.equal(
    described({ source: "recorded", data, ...error }).at(-1),
    "Recorded positions (700 of 741 samples)",
  );
  assert.equal(
    described({ source: "mixed", data, element_set: null, ...error }).at(-1),
    "Recorded positions (700 of 741 samples); the rest from elements",
  );
  const off = { typical: 40, p95: 214.123, basis: "formula" } as const;
  assert.match(
    described({ expected_timing_error_s: off }).at(-1)!,
    /within 214\.2 s/,
  );
  const later = { ...givenPass().element_set!, age_hours: -1.5 };
  assert.match(
    described({ element_set: later, ...error }).at(-1)!,
    /UTC, 1 h 30 min after the pass$/,
  );
  const visible = described({
    visible_from: "2026-08-21T08:13:00.000Z",
    visible_to: "2026-08-21T08:20:00.000Z",
    cut: { start: true, end: true },
  });
  assert.match(visible[0]!, /^Known from 08:12:30 UTC/);
  assert.match(visible[2]!, /^Known to 08:24:50 UTC/);
  assert.equal(visible[3], "Visible from 08:13:00 UTC to 08:20:00 UTC");
});

Deno.test("writeCalendar() counts an event up as more is known of its pass", () => {
  const minute = (time: string) => Math.floor(Date.parse(time) / 60_000);
  const sequence = (said: Partial<PassJson>) =>
    read([givenPass(said)]).events[0]!.sequence;
  const newer = { ...givenPass().element_set!, epoch: "2026-08-21T05:00:00Z" };
  const counts = [
    sequence({}),
    sequence({ element_set: newer }),
    sequence({ source: "mixed" }),
    sequence({ source: "recorded", element_set: null }),
  ];
  assert.deepEqual(counts, [
    minute("2026-08-20T23:18:00Z"),
    minute("2026-08-21T05:00:00Z"),
    minute("2026-08-21T08:18:00Z"),
    minute("2026-08-21T08:18:00Z"),
  ]);
  const after = { ...newer, epoch: "2026-08-22T14:24:00Z" };
  assert.equal(
    sequence({ source: "recorded", element_set: after }),
    sequence({ element_set: after }),
  );
  const sputnik = { ...newer, epoch: "1957-10-05T00:00:00Z" };
  assert.equal(sequence({ element_set: sputnik }), 0);
});

Deno.test("writeCalendar() lets no name break a line or end a value", () => {
  const name = "Roof; north, \\n\r\nEND:VCALENDAR\u0007 “Ä”";
  const printed = "Roof; north, \\n END:VCALENDAR “Ä”";
  const observer = { ...MOSCOW.observer, name };
  const { calendar, events } = read([givenPass({ name })], {
    ...MOSCOW,
    observer,
  });
  // The parser leaves as it is what begins with X.
  assert.equal(
    calendar.getFirstPropertyValue("x-wr-calname"),
    `Passes over ${printed.replace(/[\\;,]/g, "\\$&")}`,
  );
  assert.equal(events[0]!.location, printed);
  assert.equal(events[0]!.summary, `${printed} 67° max, S to N`);
});

Deno.test("writeCalendar() folds lines at 75 octets, each ending with CRLF", () => {
  const name = "Δ😀,".repeat(40);
  const observer = { ...MOSCOW.observer, name };
  const options = { ...MOSCOW, observer };
  const text = write([givenPass({ name })], options);
  const lines = text.split("\r\n");
  assert.equal(lines.pop(), "");
  assert.equal(lines.at(-1), "END:VCALENDAR");
  for (const line of lines) {
    assert.doesNotMatch(line, /[\r\n]/);
    assert.ok(new TextEncoder().encode(line).length <= 75, line);
  }
  const { events } = read([givenPass({ name })], options);
  assert.equal(events[0]!.location, name);
});

Deno.test("writeCalendar() says where a nameless observer is", () => {
  const observer = { ...MOSCOW.observer, name: null };
  const { events } = read([givenPass()], { ...MOSCOW, observer });
  assert.equal(events[0]!.location, "55.7500, 37.6200");
});

Deno.test("writeCalendar() says where an observer on the equator is, too", () => {
  for (const latitudeDeg of [0, -1e-7]) {
    const observer = { ...MOSCOW.observer, latitudeDeg, longitudeDeg: 0 };
    const options = { ...MOSCOW, observer };
    assert.match(write([givenPass()], options), /\nGEO:0\.000001;0\.000001\r/);
  }
});

Deno.test("writeCalendar() gives a pass under a second some time", () => {
  const { aos } = givenPass();
  const los = { ...aos, time: "2026-08-21T08:12:30.650Z" };
  const [event] = read([givenPass({ los })]).events;
  assert.equal(seconds(event!.endDate), "2026-08-21T08:12:31.000Z");
});

Deno.test("writeCalendar() writes many in order, and none", () => {
  const passes = Array.from(
    { length: 250 },
    (_, i) => givenPass({ id: String(i) }),
  );
  const uids = read(passes).events.map(({ uid }) => uid);
  assert.deepEqual(uids, passes.map(({ id }) => `${id}@groundtrack`));
  assert.equal(read([]).events.length, 0);
});
