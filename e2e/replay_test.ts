import assert from "node:assert/strict";
import { AskedAgain } from "./asked_again.ts";
import { RunningServices } from "./running_services.ts";
import { StreamedTicks } from "./streamed_ticks.ts";

const SATELLITE = 25994;

/** Some seconds of what goes on. */
const pause = (seconds: number) =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

Deno.test("a projection is made anew and gone back from while producers go on: no request fails, and a stream loses and doubles nothing", async () => {
  await using services = await RunningServices.inNewPlace({ BACKFILL: "2h" });
  services.start("terra", "projector", "web");
  const { url } = services.place;
  await services.waitFor("the web app", async () => {
    const { satellites } = await services.getJson<{ satellites: unknown[] }>(
      "/api/v1/satellites",
    );
    return satellites.length === 1;
  });
  await using asked = new AskedAgain(
    `${url}/api/v1/positions?satellites=${SATELLITE}&points=10`,
  );
  await using ticks = new StreamedTicks(
    `${url}/api/v1/stream?satellites=${SATELLITE}`,
  );
  const projectionId = async () =>
    (await services.getJson<{ projection: { id: string } }>(
      "/api/v1/projection",
    )).projection.id;

  await pause(2);
  const first = await projectionId();
  assert.match(await services.run("replay"), /all alike\n/);
  await services.waitFor(
    "the web app to read the new one",
    async () => await projectionId() !== first,
    2_000,
  );
  await pause(2);
  await services.run("replay", "--rollback");
  await services.waitFor(
    "the web app to read the former one",
    async () => await projectionId() === first,
    2_000,
  );
  await pause(2);

  assert.ok(asked.count > 50, `${asked.count} requests`);
  assert.deepEqual(asked.failures, []);
  assert.ok(ticks.timesMs.length >= 6, `${ticks.timesMs.length} ticks`);
  for (const [i, timeMs] of ticks.timesMs.entries()) {
    if (i > 0) assert.equal(timeMs - ticks.timesMs[i - 1]!, 1000);
  }
});
