import assert from "node:assert/strict";
import fc from "fast-check";
import type { TimeRangeMs } from "./time_range.ts";
import {
  every,
  HOUR,
  HOUR_MS,
  testOpenAndSealed,
} from "./testdata/memory_projection.ts";
import {
  arbitraryRecording,
  raggedProjection,
  raggedTimes,
} from "./testdata/ragged_recording.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

const FIRST_HOUR = { fromMs: HOUR, toMs: HOUR + HOUR_MS };

/** Gaps in seconds since `HOUR`, which are easier to read. */
const gapsOf = ({ gaps }: { readonly gaps: readonly TimeRangeMs[] }) =>
  gaps.map((
    { fromMs, toMs },
  ) => [(fromMs - HOUR) / 1000, (toMs - HOUR) / 1000]);

const seconds = (...numbers: number[]) =>
  numbers.map((second) => HOUR + second * SECOND_MS);

testOpenAndSealed(
  "GapFinder finds gaps of more than five steps, also those shorter than a bucket",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: [
        ...every(SECOND_MS, HOUR, HOUR + 10_000), // up to 9 s
        ...every(SECOND_MS, HOUR + 14_000, HOUR + 20_000), // 5 steps later
        ...every(SECOND_MS, HOUR + 25_000, HOUR + 90_000), // 6 steps later
      ],
    });
    assert.deepEqual(gapsOf(given.buckets(FIRST_HOUR)), [[19, 25]]);
  },
);

testOpenAndSealed(
  "GapFinder takes the step from what was recorded",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: seconds(0, 60, 120, 180, 240, 540, 600, 660, 720, 1021, 1081),
    });
    assert.deepEqual(gapsOf(given.buckets(FIRST_HOUR)), [[720, 1021]]);
  },
);

testOpenAndSealed(
  "GapFinder finds no gap of less than 5 s, whatever the step",
  (Given) => {
    using given = new Given("a_topic");
    const timesMs = [
      ...every(100, HOUR, HOUR + 1000),
      ...every(100, HOUR + 5900, HOUR + 7000),
      ...every(100, HOUR + 12_000, HOUR + 14_000),
    ];
    given.record({ topic: "a_topic", timesMs });
    assert.deepEqual(gapsOf(given.buckets(FIRST_HOUR)), [[6.9, 12]]);
  },
);

testOpenAndSealed("GapFinder cuts gaps where the range ends", (Given) => {
  using given = new Given("a_topic");
  given.record({
    topic: "a_topic",
    timesMs: [
      ...every(SECOND_MS, HOUR, HOUR + 60_000),
      ...every(SECOND_MS, HOUR + 600_000, HOUR + 660_000),
      ...every(SECOND_MS, HOUR + 1200_000, HOUR + 1260_000),
    ],
  });
  const gaps = (from: number, to: number) =>
    gapsOf(
      given.buckets({ fromMs: HOUR + from * 1000, toMs: HOUR + to * 1000 }),
    );
  assert.deepEqual(gaps(0, 2000), [[59, 600], [659, 1200]]);
  assert.deepEqual(gaps(300, 900), [[300, 600], [659, 900]]);
  assert.deepEqual(gaps(700, 800), [[700, 800]]);
  assert.deepEqual(gaps(59, 600), [[59, 600]]);
  assert.deepEqual(gaps(600, 660), [[659, 660]]);
  assert.deepEqual(gaps(600, 659), []);
  // A range that ends between two samples has no gap there.
  assert.deepEqual(gaps(10.2, 10.8), []);
});

testOpenAndSealed(
  "GapFinder takes for the sample before a range the last one that is read, not the last that is there",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    const next = HOUR + HOUR_MS;
    const minutes = (from: number, to: number) =>
      every(SECOND_MS, from, from + to * MINUTE_MS);
    // The next hour is read from a_topic, which begins in its middle.
    given.record({ topic: "b_topic", timesMs: minutes(HOUR, 60) });
    given.record({ topic: "b_topic", timesMs: minutes(next, 10) });
    given.record({ topic: "a_topic", timesMs: minutes(next + 1_800_000, 10) });
    const end = next + HOUR_MS;
    assert.deepEqual(gapsOf(given.buckets({ fromMs: HOUR, toMs: end })), [
      [3599, 5400],
    ]);
    assert.deepEqual(
      gapsOf(given.buckets({ fromMs: next + 300_000, toMs: end })),
      [
        [3900, 5400],
      ],
    );
  },
);

testOpenAndSealed(
  "GapFinder finds no gap before the first sample ever, nor after the last",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: every(SECOND_MS, HOUR + 600_000, HOUR + 660_000),
    });
    const range = { fromMs: HOUR - 24 * HOUR_MS, toMs: HOUR + 24 * HOUR_MS };
    assert.deepEqual(given.buckets(range).gaps, []);
    assert.deepEqual(given.buckets({ ...range, toMs: HOUR }).gaps, []);
    assert.deepEqual(
      given.buckets({ ...range, fromMs: HOUR + HOUR_MS }).gaps,
      [],
    );
  },
);

testOpenAndSealed(
  "GapFinder finds no gap in a range that is shorter than the step",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: every(MINUTE_MS, HOUR, HOUR + HOUR_MS),
    });
    assert.deepEqual(
      gapsOf(given.buckets({
        fromMs: HOUR + 610_000,
        toMs: HOUR + 650_000,
      })),
      [],
    );
    assert.deepEqual(
      gapsOf(given.buckets({
        fromMs: HOUR + 610_000,
        toMs: HOUR + 670_000,
      })),
      [],
    );
  },
);

testOpenAndSealed("GapFinder takes hourly samples for no gaps", (Given) => {
  using given = new Given("a_topic");
  given.record({
    topic: "a_topic",
    timesMs: every(HOUR_MS, HOUR, HOUR + 48 * HOUR_MS),
  });
  const range = { fromMs: HOUR, toMs: HOUR + 48 * HOUR_MS };
  assert.deepEqual(given.buckets(range, 10 * MINUTE_MS).gaps, []);
});

testOpenAndSealed(
  "GapFinder does not take an earlier, longer step for gaps",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: [
        ...every(MINUTE_MS, HOUR, HOUR + HOUR_MS),
        ...every(SECOND_MS, HOUR + HOUR_MS, HOUR + 2 * HOUR_MS),
      ],
    });
    const range = { fromMs: HOUR, toMs: HOUR + 2 * HOUR_MS };
    // But for the minute before the first second of the shorter step.
    assert.deepEqual(gapsOf(given.buckets(range)), [[3540, 3600]]);
  },
);

testOpenAndSealed(
  "invariant 4: any split of a range has together the gaps of the whole, but for the cuts",
  (Given) => {
    fc.assert(fc.property(arbitraryRecording, ({ a, b, cuts }) => {
      using given = raggedProjection(Given, { a, b });
      const whole = { fromMs: HOUR, toMs: HOUR + 6 * HOUR_MS };
      const bounds = [
        whole.fromMs,
        ...cuts.map((s) => HOUR + s * 1000),
        whole.toMs,
      ].sort((x, y) => x - y);
      const samples = new Set(raggedTimes([...a, ...b]));
      const split = bounds.slice(1).flatMap((toMs, i) =>
        given.buckets({ fromMs: bounds[i]!, toMs }).gaps
      );
      const joined: { fromMs: number; toMs: number }[] = [];
      for (const gap of split) {
        const last = joined.at(-1);
        const isCut = last?.toMs === gap.fromMs &&
          bounds.includes(gap.fromMs) &&
          !samples.has(gap.fromMs);
        if (isCut) last!.toMs = gap.toMs;
        else joined.push({ ...gap });
      }
      assert.deepEqual(joined, given.buckets(whole).gaps);
    }));
  },
);
