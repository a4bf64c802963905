import assert from "node:assert/strict";
import { SATELLITES } from "./recorded.ts";
import type { RunningServices } from "./running_services.ts";

interface Satellites {
  readonly satellites: readonly {
    readonly norad_id: number;
    readonly latest: { readonly time: string };
  }[];
}

interface Positions {
  readonly satellites: readonly {
    readonly columns: { readonly time_ms: readonly number[] };
  }[];
}

/**
 * Waits until the web app has a position of each that is of `sinceMs` or
 * later; returns how long that took, in ms.
 *
 * @param mostMs Fails after this.
 */
export async function waitUntilLive(
  services: RunningServices,
  sinceMs: number,
  mostMs: number,
): Promise<number> {
  const beganMs = performance.now();
  await services.waitFor(
    `positions of all three from ${new Date(sinceMs).toISOString()} on`,
    async () => {
      const path = "/api/v1/satellites";
      const { satellites } = await services.getJson<Satellites>(path);
      return Object.values(SATELLITES).every((noradId) =>
        satellites.some(({ norad_id, latest }) =>
          norad_id === noradId && Date.parse(latest.time) >= sinceMs
        )
      );
    },
    mostMs,
  );
  return performance.now() - beganMs;
}

/**
 * Waits until each satellite has a position for every second of
 * `[fromMs, toMs)`, and fails where any has two.
 */
export async function waitUntilComplete(
  services: RunningServices,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<void> {
  const firstMs = Math.ceil(fromMs / 1000) * 1000;
  const seconds = Math.ceil((toMs - firstMs) / 1000);
  const expected = Array.from(
    { length: seconds },
    (_, i) => firstMs + i * 1000,
  );
  for (const [name, noradId] of Object.entries(SATELLITES)) {
    const path = `/api/v1/positions?satellites=${noradId}` +
      `&from=${fromMs}&to=${toMs}&limit=100000`;
    let found: readonly number[] = [];
    await services.waitFor(
      `every second of ${name} from ${fromMs} to ${toMs}`,
      async () => {
        const { satellites } = await services.getJson<Positions>(path);
        found = satellites[0]!.columns.time_ms;
        return found.length >= seconds;
      },
    );
    assert.deepEqual(found, expected, name);
  }
}
