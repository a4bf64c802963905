import assert from "node:assert/strict";
import type { ComposeProject } from "./compose_project.ts";

/** The satellites of the three producers, by catalogue number. */
export const SATELLITES = { terra: 25994, aqua: 27424, aura: 28376 } as const;

/** A last position older than this is not live. */
const LIVE_MS = 10_000;

interface Positions {
  readonly satellites: readonly {
    readonly norad_id: number;
    readonly columns: { readonly time_ms: readonly number[] };
    readonly gaps: readonly { readonly from: string; readonly to: string }[];
  }[];
}

/** The last position of each satellite, by catalogue number. */
export async function lastMs(
  project: ComposeProject,
): Promise<Map<number, number>> {
  const { satellites } = await project.getJson<{
    satellites: { norad_id: number; last: string }[];
  }>("/api/v1/satellites");
  return new Map(
    satellites.map(({ norad_id, last }) => [norad_id, Date.parse(last)]),
  );
}

/** Tells whether all three satellites are, or those named. */
export async function areLive(
  project: ComposeProject,
  noradIds: readonly number[] = Object.values(SATELLITES),
): Promise<boolean> {
  const last = await lastMs(project);
  const sinceMs = Date.now() - LIVE_MS;
  return noradIds.every((noradId) => (last.get(noradId) ?? 0) > sinceMs);
}

/** All that is recorded of one satellite within `[fromMs, toMs)`. */
export async function recorded(
  project: ComposeProject,
  noradId: number,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
) {
  const range = `from=${fromMs}&to=${toMs}&limit=100000`;
  const { satellites } = await project.getJson<Positions>(
    `/api/v1/positions?satellites=${noradId}&${range}`,
  );
  return satellites[0]!;
}

/**
 * Fails unless each satellite has exactly one position for every second of
 * `[fromMs, toMs)`, and nothing could not be applied.
 */
export async function assertComplete(
  project: ComposeProject,
  range: { readonly fromMs: number; readonly toMs: number },
): Promise<void> {
  const firstMs = Math.ceil(range.fromMs / 1000) * 1000;
  const seconds = Math.ceil((range.toMs - firstMs) / 1000);
  for (const [name, noradId] of Object.entries(SATELLITES)) {
    const { columns, gaps } = await recorded(project, noradId, range);
    assert.deepEqual(gaps, [], `${name} has gaps`);
    const wrong = columns.time_ms.findIndex((timeMs, index) =>
      timeMs !== firstMs + index * 1000
    );
    assert.equal(wrong, -1, `${name}: position ${wrong} is not the next one`);
    assert.equal(columns.time_ms.length, seconds, `${name}: seconds recorded`);
  }
  const { dead_letters, warnings } = await project.getJson<{
    dead_letters: { count: number };
    warnings: unknown[];
  }>("/api/v1/projection");
  assert.deepEqual({ dead_letters, warnings }, {
    dead_letters: { count: 0 },
    warnings: [],
  });
}
