import assert from "node:assert/strict";
import type { Origin } from "../shared/events/positions_recorded.ts";
import { openSqlite } from "../shared/sqlite.ts";
import {
  readTicksIn,
  waitForTicks,
  waitUntil,
} from "./testdata/producer_process.ts";
import { everyTick } from "./testdata/temp_log.ts";
import { kill, stop, withFolder } from "./testdata/with_folder.ts";

type Ticks = Map<number, Origin[]>;

const countOf = (ticks: Ticks, origin: Origin) =>
  [...ticks.values()].filter((origins) => origins.includes(origin)).length;

/** Every tick from the first to the last is there, and once. */
function assertWhole(ticks: Ticks): void {
  const times = [...ticks.keys()];
  const [firstMs = 0, lastMs = 0] = [times[0], times.at(-1)];
  assert.deepEqual(times, everyTick(firstMs, lastMs + 1));
  const doubled = [...ticks].filter(([, origins]) => origins.length > 1);
  assert.deepEqual(doubled, []);
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

Deno.test("a producer that is killed and started again leaves no tick out", () =>
  withFolder(async (folder, start) => {
    const read = () => readTicksIn(folder, "terra_topic", 25994);
    const startMs = Date.now();
    // At any moment: as it starts, as it fills in, as it goes on live.
    for (const lifeMs of [250, 330, 400, 900, 2500]) {
      const { process, ended } = start({ BACKFILL: "10m" });
      await sleep(lifeMs);
      kill(process);
      const { code, said } = await ended;
      assert.equal(code, 137, `it ended by itself: ${said}`);
      await sleep(300);
    }
    await sleep(2000);
    const restartMs = Date.now();
    const producer = start({ BACKFILL: "10m" });
    const windowMs = restartMs - 600_000;
    await waitForTicks(read, (ticks) => {
      const wanted = everyTick(windowMs + 1000, restartMs + 2000);
      return wanted.every((tick) => ticks.has(tick));
    });
    await stop(producer);
    const ticks = await read();
    assertWhole(ticks);
    const times = [...ticks.keys()];
    assert.ok(times[0]! <= windowMs + 1000 && times[0]! >= startMs - 601_000);
    assert.ok(countOf(ticks, "live") >= 3);
    assert.ok(countOf(ticks, "backfill") >= 595);
  }));

Deno.test("a producer that stood still for four seconds fills them in", () =>
  withFolder(async (folder, start) => {
    const read = () => readTicksIn(folder, "terra_topic", 25994);
    const producer = start({ BACKFILL: "10m", SATELLITE: "TERRA" });
    const before = await waitForTicks(read, (t) => countOf(t, "live") >= 1);
    producer.process.kill("SIGSTOP");
    const stillMs = Date.now();
    await sleep(4000);
    producer.process.kill("SIGCONT");
    await waitForTicks(read, (ticks) => {
      const live = countOf(ticks, "live") - countOf(before, "live");
      return live >= 3 && countOf(ticks, "backfill") >= 603;
    });
    const said = await stop(producer);
    const ticks = await read();
    assertWhole(ticks);
    for (const tick of everyTick(stillMs + 500, stillMs + 3000)) {
      assert.deepEqual(ticks.get(tick), ["backfill"]);
    }
    assert.match(said, /WARNING Missed \d ticks/);
  }));

Deno.test("a producer ends with status 0 at SIGTERM, and leaves the log alone behind", () =>
  withFolder(async (folder, start) => {
    const variables = { SATELLITES: "TERRA,AQUA", TOPIC: "eos_topic" };
    const producer = start({ ...variables, BACKFILL: "24h" });
    const read = () => readTicksIn(folder, "eos_topic", 27424);
    await waitForTicks(read, (ticks) => ticks.size > 0);
    const termMs = performance.now();
    const said = await stop(producer);
    const tookMs = performance.now() - termMs;
    assert.ok(tookMs < 3000, `took ${tookMs} ms`);
    assert.match(said, /Stopped\n/);
    const names = [...Deno.readDirSync(`${folder}/data`)].map((e) => e.name);
    assert.deepEqual(names, ["events.db"]);
    assert.deepEqual([...Deno.readDirSync(folder)].map((e) => e.name), [
      "data",
    ]);
  }));

Deno.test("a producer with wrong settings ends with status 1 and makes nothing", () =>
  withFolder(async (folder, start) => {
    const { ended } = start({ SATELLITE: "SPUTNIK", STEP: "1" });
    const { code, said } = await ended;
    assert.equal(code, 1);
    assert.match(said, /STEP must be/);
    assert.match(said, /current value is "SPUTNIK"/);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  }));

Deno.test("a producer is ready while the log takes its ticks, and tells how many", () =>
  withFolder(async (folder, start) => {
    const port = freePort();
    const url = `http://127.0.0.1:${port}`;
    const producer = start({ BACKFILL: "1m", STATUS_PORT: String(port) });
    const ready = async () => {
      const response = await fetch(`${url}/readyz`).catch(() => null);
      return await response?.text() ?? "";
    };
    await waitUntil(async () => /"ok"/.test(await ready()));
    const isTold = async (line: RegExp) =>
      line.test(await (await fetch(`${url}/metrics`)).text());
    await waitUntil(() =>
      isTold(/^groundtrack_producer_missing_ticks\{.*"TERRA"\} 0$/m)
    );
    await waitUntil(() =>
      isTold(/^groundtrack_producer_records_total\{topic="terra_topic"\} \d+$/m)
    );

    const db = openSqlite(`${folder}/data/events.db`);
    db.exec("BEGIN IMMEDIATE");
    await waitUntil(async () =>
      /terra_topic takes no events: .*must not be locked/.test(await ready())
    );
    db.exec("ROLLBACK");
    db.close();
    await waitUntil(async () => /"ok"/.test(await ready()));
    await waitUntil(() =>
      isTold(/^groundtrack_producer_refused_appends_total\{.*\} [1-9]/m)
    );
    await stop(producer);
  }));

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
