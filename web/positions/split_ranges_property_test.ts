import assert from "node:assert/strict";
import fc from "fast-check";
import {
  AQUA,
  at,
  AURA,
  positionAt,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

interface Answer {
  readonly satellites: {
    norad_id: number;
    columns: Record<string, number[]>;
    gaps: { from: string; to: string }[];
  }[];
  readonly next: string | null;
}

/** Half-seconds around the start of an hour, so that topics may change. */
const SPAN_S = 120;
const FROM_S = -60;
const instants = fc.integer({ min: 0, max: SPAN_S * 2 })
  .map((half) => FROM_S + half / 2);

const recorded = fc.array(
  fc.record({
    noradId: fc.constantFrom(TERRA, AQUA, AURA),
    second: instants,
    topic: fc.constantFrom("first_topic", "second_topic"),
    altitudeKm: fc.integer({ min: 600, max: 800 }),
  }),
  { minLength: 1, maxLength: 60 },
);

Deno.test("invariant 4: any split of a range returns together what the whole does", async () => {
  await fc.assert(
    fc.asyncProperty(
      recorded,
      fc.array(instants, { maxLength: 4 }),
      fc.integer({ min: 1, max: 10 }),
      async (positions, cuts, limit) => {
        await using test = await given(positions);
        const edges = [FROM_S, ...cuts.toSorted((a, b) => a - b), 100];
        const whole = await readPages(test, [FROM_S, 100], 100_000);
        const parts: Answer[] = [];
        for (const [i, from] of edges.slice(0, -1).entries()) {
          const to = edges[i + 1]!;
          if (from < to) {
            parts.push(...await readPages(test, [from, to], limit));
          }
        }
        assert.deepEqual(rowsOf(parts), rowsOf(whole));
        assert.deepEqual(gapsOf(parts), gapsOf(whole));
      },
    ),
    { numRuns: 60 },
  );
});

async function given(
  positions: readonly {
    noradId: number;
    second: number;
    topic: string;
    altitudeKm: number;
  }[],
): Promise<TestApp> {
  const test = await TestApp.given();
  for (const { noradId, second, topic, altitudeKm } of positions) {
    const position = positionAt(noradId, START_MS + second * 1000, {
      altitudeKm,
    });
    test.projection.commit([position], { topic });
  }
  return test;
}

async function readPages(
  test: TestApp,
  [from, to]: [number, number],
  limit: number,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const range = `from=${at(from)}&to=${at(to)}&limit=${limit}`;
  let cursor = "";
  for (;;) {
    const answer: Answer = await test.getJson(
      `/api/v1/positions?${range}${cursor}`,
    );
    answers.push(answer);
    if (answer.next === null) return answers;
    cursor = `&cursor=${answer.next}`;
  }
}

function rowsOf(answers: readonly Answer[]): string[] {
  return answers.flatMap(({ satellites }) =>
    satellites.flatMap(({ norad_id, columns }) =>
      columns.time_ms!.map((timeMs, i) =>
        [
          norad_id,
          timeMs,
          columns.latitude_deg![i],
          columns.longitude_deg![i],
          columns.altitude_km![i],
        ].join(" ")
      )
    )
  ).sort();
}

/** Gaps as the whole tells them: those that a cut divided are put together. */
function gapsOf(answers: readonly Answer[]): Record<number, string[]> {
  const gaps: Record<number, string[]> = {};
  for (const { satellites } of answers) {
    for (const satellite of satellites) {
      const known = gaps[satellite.norad_id] ??= [];
      for (const { from, to } of satellite.gaps) {
        const joins = known.at(-1)?.endsWith(` ${from}`) ?? false;
        const start = joins ? known.pop()!.split(" ")[0] : from;
        known.push(`${start} ${to}`);
      }
    }
  }
  return gaps;
}
