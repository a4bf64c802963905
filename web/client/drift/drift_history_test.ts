import assert from "node:assert/strict";
import type { NodeAnswer } from "./contract.ts";
import { driftHistory } from "./drift_history.ts";

const day = (days: number) =>
  new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString();

const crossing = (days: number, mean: string, apparent = mean): NodeAnswer => ({
  time: day(days),
  node: "descending",
  revolution: days,
  longitude_deg: 0,
  altitude_km: 700,
  mean_local_solar_time: mean,
  apparent_local_solar_time: apparent,
});

Deno.test("driftHistory() has local times in hours, from the first crossing to the last", () => {
  const { runs, range } = driftHistory({
    nodes: [
      crossing(0, "10:30:00.000", "10:45:36.000"),
      crossing(10, "10:31:30.000"),
    ],
    gaps: [],
  }, null)!;
  assert.deepEqual(
    runs.map((run) =>
      run.map((point) => [point.meanHours, point.apparentHours])
    ),
    [[[10.5, 10.76], [10.525, 10.525]]],
  );
  assert.deepEqual(range, {
    fromMs: Date.parse(day(0)),
    toMs: Date.parse(day(10)),
  });
});

Deno.test("driftHistory() breaks the line at gaps, and at midnight", () => {
  const { runs, gaps } = driftHistory({
    nodes: [
      crossing(0, "23:58:00.000"),
      crossing(1, "23:59:00.000"),
      crossing(2, "00:00:00.000"),
      crossing(3, "00:01:00.000"),
      crossing(50, "00:30:00.000"),
    ],
    gaps: [{ from: day(3), to: day(50) }],
  }, null)!;
  assert.deepEqual(runs.map((run) => run.length), [2, 2, 1]);
  assert.equal(gaps.length, 1);
});

Deno.test("driftHistory() has the range that was asked for, where one was", () => {
  const asked = { fromMs: Date.parse(day(0)), toMs: Date.parse(day(30)) };
  const nodes = [crossing(10, "10:31:30.000")];
  assert.deepEqual(driftHistory({ nodes, gaps: [] }, asked)!.range, asked);
});

Deno.test("driftHistory() of nothing is null", () => {
  assert.equal(driftHistory({ nodes: [], gaps: [] }, null), null);
});
