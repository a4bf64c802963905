import assert from "node:assert/strict";
import fc from "fast-check";
import type { RecordedPosition } from "../../shared/events/positions_recorded.ts";
import type { EventReader } from "../testdata/event_reader.ts";
import {
  AQUA,
  at,
  AURA,
  positionAt,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const SATELLITES = [TERRA, AQUA, AURA];
/** One that reports so rarely that nobody waits for it. */
const RARE = 25544;
const RARE_STEP_S = 10;
/** The stream begins here, and what came before is there already. */
const OPENED_S = 30;
const FROM_S = 5;
const CLOSED_S = 90;

/** Something that happens, in the order of the list. */
type Step =
  /** Time goes on, and these satellites report for it. */
  | { kind: "tick"; ms: number; noradIds: number[] }
  | { kind: "rare" }
  /** Positions of the past are committed, some of them for the second time. */
  | { kind: "late"; noradId: number; ago: number; count: number; km: number }
  /** The stream is cut and opened again; then so many events are read. */
  | { kind: "cut"; reads: number }
  | { kind: "replace" };

const tick = fc.record({
  kind: fc.constant("tick" as const),
  ms: fc.constantFrom(1, 200, 500, 1_000, 2_500),
  noradIds: fc.subarray(SATELLITES),
});
/** The rare one reports for its last time, a while ago. */
const rare = fc.record({ kind: fc.constant("rare" as const) });
const late = fc.record({
  kind: fc.constant("late" as const),
  noradId: fc.constantFrom(...SATELLITES),
  ago: fc.oneof(
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 70 }),
  ),
  count: fc.integer({ min: 1, max: 5 }),
  km: fc.integer({ min: 600, max: 800 }),
});
const cut = fc.record({
  kind: fc.constant("cut" as const),
  reads: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(Infinity)),
});
const replace = fc.record({ kind: fc.constant("replace" as const) });

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: tick },
    { weight: 3, arbitrary: rare },
    { weight: 5, arbitrary: late },
    { weight: 4, arbitrary: cut },
    { weight: 1, arbitrary: replace },
  ),
  { minLength: 1, maxLength: 50, size: "max" },
);

const shapes = fc.constantFrom(
  `from=${at(FROM_S)}`,
  `from=${at(FROM_S)}&satellites=${TERRA},${AURA}`,
  `from=${at(FROM_S)}&to=${at(60)}`,
  `from=${at(FROM_S)}&satellites=${TERRA},${RARE}`,
);

Deno.test("invariant 5: a stream that is cut and resumed loses nothing", async () => {
  await fc.assert(
    fc.asyncProperty(shapes, steps, async (query, steps) => {
      const { received, recorded } = await play(query, steps);
      assert.deepEqual(received, recorded);
    }),
    { numRuns: 100 },
  );
});

/** Plays the steps to one client, and compares it with what is recorded. */
async function play(query: string, steps: readonly Step[]) {
  const past = SATELLITES.flatMap((noradId) =>
    range(0, OPENED_S).map((second) => position(noradId, second))
  );
  for (let second = -60; second < OPENED_S; second += RARE_STEP_S) {
    past.push(position(RARE, second));
  }
  await using test = await TestApp.given(past);
  await test.pollAt(OPENED_S - 1);
  const log = [past];
  const client = new Client(test, query);
  await client.connect();
  let nowMs = START_MS + (OPENED_S - 1) * 1_000;
  for (const step of steps) {
    if (step.kind === "cut") {
      await client.cut();
      await client.connect(step.reads);
    } else if (step.kind === "replace") {
      await test.projection.replace();
      // In one commit, so that its revisions are others.
      test.projection.commit(log.flat(), { nowMs });
    } else {
      if (step.kind === "tick") nowMs += step.ms;
      const positions = step.kind === "rare"
        ? [position(RARE, lastOf(seconds(nowMs)))]
        : step.kind === "tick"
        ? step.noradIds.map((noradId) => position(noradId, seconds(nowMs)))
        : range(0, step.count)
          .map((i) => Math.floor(seconds(nowMs)) - step.ago + i)
          .map((second) => position(step.noradId, second, step.km))
          .filter(({ timeMs }) => timeMs <= nowMs);
      if (positions.length > 0) {
        log.push(positions);
        test.projection.commit(positions, { nowMs });
      }
    }
    test.nowMs = nowMs;
    await test.feed.poll();
  }
  // Long enough for all ticks to have gone out, and for `to` to have passed.
  test.nowMs = Math.max(nowMs, START_MS + CLOSED_S * 1_000) + 20_000;
  await test.feed.poll();
  await test.feed.poll();
  return await client.compare(nowMs);
}

/** A client that reads ranges again when they are announced. */
class Client {
  readonly #test: TestApp;
  readonly #query: string;
  readonly #received = new Map<string, string>();
  readonly #announced: { norad_id: number; from: string; to: string }[] = [];
  #stream: EventReader | null = null;
  #lastId: string | null = null;
  #isUpToDate = false;
  #reading: Promise<void> = Promise.resolve();

  constructor(test: TestApp, query: string) {
    this.#test = test;
    this.#query = query;
  }

  async connect(reads = Infinity): Promise<void> {
    const headers: Record<string, string> = this.#lastId === null
      ? {}
      : { "last-event-id": this.#lastId };
    const path = `/api/v1/stream?${this.#query}`;
    const response = await this.#test.get(path, { headers });
    this.#isUpToDate = response.status === 204;
    if (this.#isUpToDate) return;
    this.#stream = this.#test.read(response);
    this.#reading = this.#read(this.#stream, reads);
    await nextTurn();
  }

  /** Goes without a word, wherever the stream is. */
  async cut(): Promise<void> {
    await this.#stream?.cancel();
    await this.#reading;
  }

  async #read(stream: EventReader, reads: number): Promise<void> {
    for (let i = 0; i < reads; i++) {
      const received = await stream.next().catch(() => null);
      if (received === null) return;
      const { event, id, data } = received;
      this.#lastId = id ?? this.#lastId;
      if (event === "state") this.#isUpToDate = data.state !== "replay";
      if (event === "backfilled") this.#announced.push(data);
      if (event !== "positions") continue;
      for (const { norad_id, altitude_km } of data.positions) {
        this.#received.set(`${norad_id} ${data.time}`, altitude_km);
      }
    }
  }

  /** What it holds in the end, and what all of the range holds. */
  async compare(nowMs: number) {
    await this.cut();
    await this.connect();
    while (!this.#isUpToDate) await nextTurn();
    await this.cut();
    const whole = new Map<string, string>();
    const asked = new URLSearchParams(this.#query);
    const toMs = Date.parse(asked.get("to") ?? "2099-01-01T00:00:00Z");
    const range = `from=${asked.get("from")}&to=${
      new Date(Math.min(toMs, nowMs + 1)).toISOString()
    }`;
    const wanted = asked.get("satellites");
    const more = wanted === null ? "" : `&satellites=${wanted}`;
    await this.#readAgain(whole, `${range}${more}`);
    for (const { norad_id, from, to } of this.#announced) {
      await this.#readAgain(
        this.#received,
        `satellites=${norad_id}&from=${from}&to=${to}`,
      );
    }
    const received = new Map(
      [...this.#received].filter(([key]) => {
        const time = key.split(" ")[1]!;
        return time >= asked.get("from")! && Date.parse(time) < toMs;
      }),
    );
    return { received: sorted(received), recorded: sorted(whole) };
  }

  async #readAgain(into: Map<string, string>, query: string): Promise<void> {
    const { satellites } = await this.#test.getJson(
      `/api/v1/positions?${query}`,
    );
    for (const { norad_id, columns } of satellites) {
      columns.time_ms.forEach((timeMs: number, i: number) => {
        const key = `${norad_id} ${new Date(timeMs).toISOString()}`;
        into.set(key, columns.altitude_km[i]);
      });
    }
  }
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

const sorted = (positions: Map<string, string>) =>
  [...positions].map((entry) => entry.join(" ")).sort();

const lastOf = (second: number) =>
  Math.floor(second / RARE_STEP_S) * RARE_STEP_S;

const seconds = (timeMs: number) => (timeMs - START_MS) / 1_000;

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => from + i);

function position(
  noradId: number,
  second: number,
  altitudeKm = 700,
): RecordedPosition {
  return positionAt(noradId, START_MS + second * 1_000, { altitudeKm });
}
