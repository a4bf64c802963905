import assert from "node:assert/strict";
import fc from "fast-check";
import type { Event } from "../../../shared/events/event.ts";
import { elementSetRecorded } from "../../../shared/events/element_set_recorded.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../../../shared/events/positions_recorded.ts";
import {
  predictedById,
  readAudits,
} from "../../../shared/projection/audits/read_audits.ts";
import type { StoredPrediction } from "../../../shared/projection/audits/stored_audit.ts";
import { findBundled } from "../../../tle/bundled_elements.ts";
import type { ElementSet } from "../../../tle/element_set.ts";
import { elementSetId } from "../../../tle/element_set_id.ts";
import { compareRecorded } from "../../../tle/audit/compare_recorded.ts";
import { createOrbit } from "../../../tle/orbit.ts";
import { batchOf, GivenProjection } from "../../testdata/given_projection.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const terra = findBundled("TERRA")!;

/** A set of so many days after TERRA's, of what would then be seen. */
function setAt(days: number, change: Partial<ElementSet> = {}): ElementSet {
  const turns = terra.meanMotion * days;
  return {
    ...terra,
    epochUs: terra.epochUs + days * DAY_MS * 1000,
    meanAnomalyDeg: (terra.meanAnomalyDeg + (turns % 1) * 360 + 720) % 360,
    ...change,
  };
}

const recorded = (set: ElementSet): Event =>
  elementSetRecorded(set, { source: "test", timeMs: 0 });

/** Positions of a set, one in ten minutes. */
function positionsOf(
  set: ElementSet,
  fromDay: number,
  toDay: number,
): Event[] {
  const orbit = createOrbit(set);
  const hours: Event[] = [];
  const startMs = Math.ceil(terra.epochUs / 1000 / HOUR_MS) * HOUR_MS;
  for (
    let hourMs = startMs + fromDay * DAY_MS;
    hourMs < startMs + toDay * DAY_MS;
    hourMs += HOUR_MS
  ) {
    const samples = Array.from({ length: 6 }, (_, i): RecordedPosition => ({
      noradId: set.noradId,
      name: "TERRA",
      timeMs: hourMs + i * 600_000,
      ...orbit.positionAt(hourMs + i * 600_000),
      elementSetId: elementSetId(set),
      origin: "live",
    }));
    hours.push(positionsRecorded(samples));
  }
  return hours;
}

/** A projection with all that follows made. */
class Audited extends GivenProjection {
  #offset = 0;

  commit(...events: readonly Event[]): void {
    this.apply([batchOf("element_sets/0", this.#offset, events)], 0);
    this.#offset += events.length;
  }

  deriveAll(): void {
    while (this.writer.sealNext(Number.MAX_SAFE_INTEGER));
    while (this.writer.deriveSome());
  }

  /** What is audited, with ids in the place of rows. */
  audits() {
    const from = { epochUs: Number.MIN_SAFE_INTEGER, id: "" };
    const range = { from, toMs: Number.MAX_SAFE_INTEGER };
    return [...readAudits(this.projection, terra.noradId, range)].map(
      ({ predictions, ...set }) => ({
        ...set,
        predictions: predictions.map(({ predictedByRef, ...rest }) => ({
          ...rest,
          predictedBy: predictedById(this.projection, predictedByRef),
        })),
      }),
    );
  }

  predictions(kind: StoredPrediction["kind"]) {
    return this.audits().flatMap(({ predictions }) =>
      predictions.filter((one) => one.kind === kind)
    );
  }
}

Deno.test("an element set that arrives is compared with those before it, by age", () => {
  using test = new Audited();
  const [old, young, truth] = [setAt(0), setAt(4), setAt(5)];
  test.commit(...[old, young, truth].map(recorded));
  test.deriveAll();
  const last = test.audits().at(-1)!;
  assert.equal(last.id, elementSetId(truth));
  assert.deepEqual(
    last.predictions.map((one) => [
      one.kind,
      one.nominalAgeDays,
      one.predictedBy,
      one.ageS,
    ]),
    [
      ["set", 1, elementSetId(young), 86_400],
      ["set", 5, elementSetId(old), 5 * 86_400],
    ],
  );
  // The plane turns by a degree a day, of which these sets know nothing.
  assert.ok(Math.abs(last.predictions[0]!.crossTrackM) > 10_000);
});

Deno.test("a set that came earlier with other digits of its epoch is audited once, by those", () => {
  const inWhole = (us: number) => Math.round(us / 864) * 864;
  const [old, later] = [setAt(0), setAt(5)];
  const tle = { ...later, epochUs: inWhole(later.epochUs) };
  const omm = { ...tle, epochUs: tle.epochUs + 100 };
  assert.equal(elementSetId(omm), elementSetId(tle));
  const [second, first] = [tle, omm].map((set, i) =>
    elementSetRecorded(set, { source: "test", timeMs: 1000 - i })
  );
  const auditsOf = (...events: Event[]) => {
    using test = new Audited();
    for (const event of [recorded(old), ...events]) {
      test.commit(event);
      test.deriveAll();
    }
    return test.audits();
  };
  const audits = auditsOf(second!, first!);
  assert.deepEqual(audits.map(({ epochUs }) => epochUs), [omm.epochUs]);
  assert.deepEqual(audits, auditsOf(first!, second!));
});

Deno.test("a set that is imported later is compared, too", () => {
  using test = new Audited();
  test.commit(recorded(setAt(3)), recorded(setAt(90)));
  test.deriveAll();
  assert.deepEqual(test.predictions("set"), []);
  test.commit(recorded(setAt(0)));
  test.deriveAll();
  assert.deepEqual(
    test.predictions("set").map(({ nominalAgeDays, ageS }) => [
      nominalAgeDays,
      ageS / 86_400,
    ]),
    [[3, 3], [90, 90]],
  );
});

Deno.test("a manoeuvre that is imported later is suspected, too", () => {
  using test = new Audited();
  const isSuspected = () =>
    test.predictions("set").at(-1)!.isManoeuvreSuspected;
  test.commit(recorded(setAt(0)), recorded(setAt(30)));
  test.deriveAll();
  assert.equal(isSuspected(), false);
  const inclinationDeg = terra.inclinationDeg + 0.01;
  test.commit(recorded(setAt(29.5, { inclinationDeg })));
  test.deriveAll();
  assert.equal(isSuspected(), true);
});

Deno.test("positions recorded in the three days before are compared with a set, by day of their age", () => {
  using test = new Audited();
  const [before, truth] = [setAt(0), setAt(3.5)];
  test.commit(
    recorded(before),
    ...positionsOf(before, 0, 5),
    recorded(truth),
  );
  test.deriveAll();
  const predictions = test.predictions("recorded");
  // From half a day on, every sixth hour.
  assert.deepEqual(
    predictions.map((one) => [one.nominalAgeDays, one.samples]),
    [[0, 2], [1, 4], [2, 4], [3, 2]],
  );
  const { ageS, laterS, alongTrackM, predictedBy } = predictions[1]!;
  assert.equal(predictedBy, elementSetId(before));
  assert.ok(Math.abs(ageS / 86_400 - 1.5) < 0.1);
  const orbit = createOrbit(before);
  const expected = Array.from({ length: 4 }, (_, i) => {
    const timeMs = Math.ceil(before.epochUs / 1000 / 6 / HOUR_MS + 4 + i) * 6 *
      HOUR_MS;
    return compareRecorded(
      createOrbit(truth),
      timeMs,
      orbit.positionAt(timeMs),
    );
  });
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value) / values.length;
  assert.ok(Math.abs(laterS - mean(expected.map((one) => one.laterS))) < 1e-3);
  assert.ok(
    Math.abs(
      alongTrackM / 1000 - mean(expected.map((one) => one.alongTrackKm)),
    ) <
      0.01,
  );
});

Deno.test("positions are compared whenever they come, and the set that they rest on", () => {
  const [before, truth] = [setAt(0), setAt(3.5)];
  using inOrder = new Audited();
  inOrder.commit(
    recorded(before),
    ...positionsOf(before, 0, 2),
    recorded(truth),
  );
  inOrder.deriveAll();
  using late = new Audited();
  late.commit(recorded(truth));
  late.deriveAll();
  late.commit(...positionsOf(before, 0, 2));
  late.deriveAll();
  assert.deepEqual(late.predictions("recorded"), []);
  late.commit(recorded(before));
  late.deriveAll();
  assert.equal(late.predictions("recorded").length, 2);
  assert.deepEqual(late.audits(), inOrder.audits());
  using last = new Audited();
  last.commit(recorded(before), recorded(truth));
  last.deriveAll();
  last.commit(...positionsOf(before, 0, 2));
  last.deriveAll();
  assert.deepEqual(last.audits(), inOrder.audits());
});

Deno.test("a set that gives no position is audited as nothing, and stops nobody", () => {
  using test = new Audited();
  const odd = [
    setAt(1, { meanMotion: 1e6 }),
    setAt(1.1, { bstar: 1e300, eccentricity: 0.9999999 }),
    setAt(1.2, { meanMotionDot: -1e300, meanMotion: 1e-9 }),
  ];
  test.commit(...[setAt(0), ...odd, setAt(2)].map(recorded));
  test.deriveAll();
  const last = test.predictions("set").at(-1)!;
  assert.equal(last.predictedBy, elementSetId(setAt(0)));
});

Deno.test("audits do not depend on the order in which anything comes, nor on when they are made", () => {
  const sets = [0, 0.3, 1, 1, 1.9, 3, 8, 31, 33, 90.4, 120].map((days, i) =>
    setAt(days, { bstar: i / 1e4, inclinationDeg: 98 + (i % 5) / 1000 })
  );
  const events = [
    ...sets.map(recorded),
    ...positionsOf(sets[0]!, 0, 2),
    ...positionsOf(sets[2]!, 2, 3),
  ];
  using expected = new Audited();
  expected.commit(...events);
  expected.deriveAll();
  const audits = expected.audits();
  assert.equal(expected.predictions("set").length, 15);
  assert.ok(expected.predictions("recorded").length > 5);
  const orders = fc.tuple(
    fc.shuffledSubarray(events, { minLength: events.length }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
  );
  fc.assert(
    fc.property(orders, ([order, pauses]) => {
      using test = new Audited();
      const share = Math.ceil(order.length / pauses.length);
      for (const [i, pause] of pauses.entries()) {
        test.commit(...order.slice(i * share, (i + 1) * share));
        for (let j = 0; j < pause; j++) test.writer.deriveSome();
      }
      test.deriveAll();
      assert.deepEqual(test.audits(), audits);
    }),
    { numRuns: 30 },
  );
});
