import assert from "node:assert/strict";
import {
  type EventLog,
  EventLogError,
} from "../../shared/event_log/event_log.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { Publisher } from "../publisher.ts";
import { bundledSatellites } from "../testdata/bundled_satellites.ts";
import { GivenSource } from "../testdata/given_source.ts";
import { ManualClock } from "../testdata/manual_clock.ts";
import { predictedSet } from "../testdata/predicted_set.ts";
import { readEvents, withTempLog } from "../testdata/temp_log.ts";
import { ElementIntake, type PublishedSatellites } from "./element_intake.ts";
import { findSatellites } from "./find_satellites.ts";
import { parseWatchFile } from "./watch_file.ts";

const [terra, aqua, iss] = bundledSatellites(["TERRA", "AQUA", "ISS"])
  .map(({ elements }) => elements.set) as [ElementSet, ElementSet, ElementSet];
const NOW_MS = Math.ceil(terra.epochUs / 1000) + 2 * 86_400_000;
const signal = new AbortController().signal;

const burnt = (days: number): ElementSet => {
  const set = predictedSet(terra, days);
  return { ...set, meanAnomalyDeg: (set.meanAnomalyDeg + 4 * days) % 360 };
};

interface Given {
  readonly source: GivenSource;
  readonly intake: ElementIntake;
  readonly reports: string[];
  /** Who came to be published and who went: `added 25544`. */
  readonly heard: string[];
  /** Looks, with a watch file of these lines. */
  readonly look: (...lines: string[]) => Promise<void>;
  /** The ids of the sets on record, in order. */
  readonly recorded: () => Promise<string[]>;
}

const many = (count: number, days: number): ElementSet[] =>
  Array.from({ length: count }, (_, i) => ({
    ...predictedSet(terra, days),
    noradId: 100_000 + i,
  }));

interface Setup {
  readonly words?: readonly string[];
  readonly sets?: readonly ElementSet[];
  readonly append?: (log: EventLog) => EventLog["append"];
}

const withIntake = (
  { words = ["TERRA"], sets = [terra], append }: Setup,
  test: (given: Given) => Promise<void>,
) =>
  withTempLog(async (log) => {
    const source = new GivenSource();
    source.has(sets);
    const reports: string[] = [];
    const heard: string[] = [];
    const clock = new ManualClock(NOW_MS);
    const report = (message: string) => void reports.push(message);
    const watched = append ? { ...log, append: append(log) } : log;
    const publisher = new Publisher({ log: watched, clock, report });
    const published: PublishedSatellites = {
      mostOfWord: 50,
      add(satellites, { isWatched }) {
        const numbers = satellites.map(({ noradId }) => noradId).join(", ");
        heard.push(`${isWatched ? "watched" : "added"} ${numbers}`);
      },
      remove: (noradIds) => void heard.push(`removed ${noradIds.join(", ")}`),
    };
    const found = await findSatellites(words, source, {
      nowMs: () => NOW_MS,
      signal,
    });
    const ports = { source, clock, report, publisher, published };
    const intake = new ElementIntake(found, ports);
    await test({
      source,
      intake,
      reports,
      heard,
      look: (...lines) =>
        intake.look(parseWatchFile("watch.txt", lines.join("\n")), signal),
      recorded: async () =>
        (await readEvents(log, ["element_sets"])).map(({ event }) => {
          assert.ok(event.type === "ElementSetRecorded");
          return event.element_set;
        }),
    });
  });

const inUse = ({ intake }: Given) => [...intake.satellites][0]!.elementSetId;

Deno.test("a newer set is put on record, used in place, and told of", () =>
  withIntake({}, async (given) => {
    const { source, look, recorded, reports, intake } = given;
    const [satellite] = intake.satellites;
    await look();
    assert.deepEqual(await recorded(), []);
    const newer = predictedSet(terra, 1);
    source.has([newer]);
    await look();
    await look();
    assert.deepEqual(await recorded(), [elementSetId(newer)]);
    assert.equal(satellite!.elementSetId, elementSetId(newer));
    assert.equal(satellite!.orbit.elementSet, newer);
    assert.equal(reports.length, 1);
    assert.match(
      reports[0]!,
      /^Took up newer elements of TERRA \(25994; 2026-/,
    );
  }));

Deno.test("a set that is older, the same or issued again changes nothing", () =>
  withIntake({}, async (given) => {
    const { source, look, recorded, reports } = given;
    source.has([predictedSet(terra, -1), { ...terra, elementSetNumber: 1 }]);
    await look();
    assert.deepEqual(await recorded(), []);
    assert.deepEqual(reports, []);
    assert.equal(inUse(given), elementSetId(terra));
  }));

Deno.test("a set that is far off is on record but not used, until the next bears it out", () =>
  withIntake({}, async (given) => {
    const { source, look, recorded, reports } = given;
    source.has([burnt(0.8)]);
    await look();
    assert.equal(inUse(given), elementSetId(terra));
    assert.match(reports[0]!, /^Holding back .* The next set decides$/);
    source.has([burnt(1.2)]);
    await look();
    assert.equal(inUse(given), elementSetId(burnt(1.2)));
    assert.match(reports[1]!, /^Took up, after .* which bear them out$/);
    const ids = [burnt(0.8), burnt(1.2)].map(elementSetId);
    assert.deepEqual(await recorded(), ids);
  }));

Deno.test("a suspect and what bears it out may come at once, in any order", () =>
  withIntake({}, async (given) => {
    given.source.has([burnt(1.2), burnt(0.8)]);
    await given.look();
    assert.equal(inUse(given), elementSetId(burnt(1.2)));
    assert.equal((await given.recorded()).length, 2);
  }));

Deno.test("a set of another object is refused, told of once, and not recorded", () =>
  withIntake({}, async (given) => {
    const { source, look, recorded, reports } = given;
    const wrong = { ...predictedSet(terra, 1), inclinationDeg: 51.6 };
    for (const again of [wrong, { ...wrong, elementSetNumber: 5 }]) {
      source.has([again]);
      await look();
    }
    assert.equal(reports.length, 1);
    assert.match(reports[0]!, /^Refused elements of TERRA .* its inclination/);
    assert.deepEqual(await recorded(), []);
    source.has([wrong, predictedSet(terra, 1.1)]);
    await look();
    assert.equal(inUse(given), elementSetId(predictedSet(terra, 1.1)));
  }));

Deno.test("a set is not used before the log has taken it", () => {
  let isRefusing = true;
  const append = (log: EventLog): EventLog["append"] => (topic, records) =>
    isRefusing
      ? Promise.reject(new EventLogError("Disk is full. Make room on it."))
      : log.append(topic, records);
  return withIntake({ append }, async (given) => {
    const { source, look } = given;
    source.has([predictedSet(terra, 1), iss]);
    await look("25544");
    assert.equal(inUse(given), elementSetId(terra));
    assert.deepEqual(given.heard, []);
    isRefusing = false;
    await look("25544");
    assert.equal(inUse(given), elementSetId(predictedSet(terra, 1)));
    assert.deepEqual(given.heard, ["watched 25544"]);
  });
});

Deno.test("a satellite of the watch file is published as long as it is asked for", () =>
  withIntake({ sets: [terra, aqua, iss] }, async (given) => {
    const { look, heard, recorded } = given;
    await look("25544", "AQUA  # by name");
    await look("25544", "AQUA");
    assert.deepEqual(heard, ["watched 25544, 27424"]);
    assert.deepEqual(await recorded(), [iss, aqua].map(elementSetId));
    await look("27424");
    assert.deepEqual(heard.slice(1), ["removed 25544"]);
    const known = [...given.intake.satellites].map(({ noradId }) => noradId);
    assert.deepEqual(known, [25994, 27424]);
    await look("25544", "27424");
    assert.deepEqual(heard.slice(2), ["watched 25544"]);
  }));

Deno.test("a satellite that the settings name stays when it is watched no more", () =>
  withIntake({}, async (given) => {
    await given.look("25994");
    await given.look();
    assert.deepEqual(given.heard, ["watched 25994", "added 25994"]);
    given.source.has([predictedSet(terra, 1)]);
    await given.look();
    assert.equal(inUse(given), elementSetId(predictedSet(terra, 1)));
  }));

Deno.test("an unknown word of the watch file is told once by its line, and found when it is known", () =>
  withIntake({ sets: [terra] }, async (given) => {
    const { source, look, reports, heard } = given;
    await look("# ours", "SPUTNIK", "0", "25994");
    await look("SPUTNIK", "25994", "0");
    assert.deepEqual(reports, [
      "watch.txt:3: Cannot watch it as it must be a number of 1 to " +
      '999999999: current value is "0"',
      'watch.txt:2: "SPUTNIK" is not known to ELEMENTS (what is given)',
    ]);
    assert.deepEqual(heard, ["watched 25994"]);
    source.has([terra, { ...iss, name: "SPUTNIK" }]);
    await look("SPUTNIK", "25994");
    assert.deepEqual(heard, ["watched 25994", "watched 25544"]);
  }));

Deno.test("what a catalogue comes to have is added; what it has no more stays", () =>
  withIntake({ words: ["all"], sets: [terra, aqua] }, async (given) => {
    const { source, look, heard, intake } = given;
    source.has([terra, iss]);
    await look();
    assert.deepEqual(heard, ["added 25544"]);
    assert.equal([...intake.satellites].length, 3);
  }));

Deno.test("a problem of a source is told once as long as it lasts", () =>
  withIntake({}, async ({ source, look, reports }) => {
    source.has([terra], ["The site has a fault."]);
    await look();
    await look();
    source.has([terra]);
    await look();
    source.has([terra], ["The site has a fault."]);
    await look();
    assert.equal(reports.length, 2);
  }));

Deno.test("newer sets of many satellites are counted, not listed", () =>
  withIntake({ words: ["all"], sets: many(1500, 0) }, async (given) => {
    given.source.has(many(1500, 1));
    await given.look();
    assert.deepEqual(given.reports, [
      "Took up newer elements of 1500 satellites",
    ]);
    assert.equal((await given.recorded()).length, 1500);
  }));

Deno.test("all that a catalogue comes to have is added, also where the log takes it in parts", () => {
  let appends = 0;
  const append = (log: EventLog): EventLog["append"] => (topic, records) =>
    ++appends === 2
      ? Promise.reject(new EventLogError("Disk is full. Make room on it."))
      : log.append(topic, records);
  const setup = { words: ["all"], sets: [terra], append };
  return withIntake(setup, async ({ source, look, heard }) => {
    source.has([terra, ...many(1500, 0)]);
    await look();
    await look();
    const added = heard.map((line) => line.split(", ").length);
    assert.deepEqual(added, [1000, 500]);
  });
});

Deno.test("a satellite that was watched before its group had it stays when it is watched no more", () => {
  const [first, second] = [terra, iss].map((set) => ({ ...set, name: "US" }));
  const setup = { words: ["US"], sets: [first!] };
  return withIntake(setup, async ({ source, look, heard }) => {
    source.has([first!, iss]);
    await look("25544");
    source.has([first!, second!]);
    await look("25544");
    await look();
    assert.deepEqual(heard, ["watched 25544", "added 25544"]);
  });
});

Deno.test("a word that would mean too many topics is refused by its line", () =>
  withIntake({}, async ({ source, look, heard, reports, recorded }) => {
    source.has([terra, ...many(50, 0)]);
    await look("25994", "all");
    assert.deepEqual(heard, ["watched 25994"]);
    assert.deepEqual(reports, [
      'watch.txt:2: Cannot watch "all" as TOPIC must be set where it means ' +
      "more than 50 satellites: current number is 51",
    ]);
    assert.deepEqual(await recorded(), []);
  }));
