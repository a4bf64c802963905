import { join } from "node:path";
import { readPositions } from "../shared/projection/read_positions.ts";
import { readRecordings } from "../shared/projection/recordings.ts";
import {
  createBarePositions,
  insertBarePositions,
  queryBare,
} from "./bare_tables.ts";
import { compare, print, timed } from "./measure.ts";
import { START_MS } from "./sample_events.ts";
import type { BenchedApp } from "./benched_app.ts";

const HOUR_MS = 3_600_000;
const REQUESTS = 100;

/** Ranges through the API, against a query and JSON.stringify. */
export async function benchQueries(
  folder: string,
  { app, projections }: BenchedApp,
): Promise<void> {
  using lease = projections.lease();
  const [recordings] = [...readRecordings(lease.projection).values()];
  const everything = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 1e9 };
  const bare = createBarePositions(join(folder, "bare-web.db"));
  insertBarePositions(
    bare,
    readPositions(lease.projection, recordings!, everything),
  );
  const get = async (query: string) => {
    const response = await app.request(`/api/v1/positions?${query}`);
    if (response.status !== 200) throw new Error(await response.text());
    return await response.text();
  };
  const hours = Array.from(
    { length: REQUESTS },
    (_, i) => START_MS + (i % 23) * HOUR_MS,
  );
  const inTurn = (label: string, of: (fromMs: number) => unknown) =>
    timed(label, REQUESTS, async () => {
      for (const fromMs of hours) await of(fromMs);
    });

  print(
    await compare("One hour, every second of it, as JSON", "requests", {
      ours: () =>
        inTurn(
          "GET /positions",
          (fromMs) => get(`from=${fromMs}&to=${fromMs + HOUR_MS}`),
        ),
      bare: () =>
        inTurn(
          "bare query and JSON.stringify",
          (fromMs) => queryBare(bare, fromMs, fromMs + HOUR_MS),
        ),
    }),
  );
  const day = `from=${START_MS}&to=${START_MS + 24 * HOUR_MS}`;
  print(
    await compare("A day in 480 points, as JSON", "requests", {
      ours: () =>
        timed("GET /positions?points=480", 20, async () => {
          for (let i = 0; i < 20; i++) await get(`${day}&points=480`);
        }),
      bare: () =>
        timed("bare query and JSON.stringify of the day", 20, () => {
          for (let i = 0; i < 20; i++) {
            queryBare(bare, START_MS, START_MS + 24 * HOUR_MS);
          }
        }),
    }),
  );
  bare.close();
}
