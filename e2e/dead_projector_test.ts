import assert from "node:assert/strict";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { encodeEvent } from "../shared/events/event.ts";
import { positionsRecorded } from "../shared/events/positions_recorded.ts";
import type { ProjectionAnswer } from "./projection_answer.ts";
import { RunningServices } from "./running_services.ts";

async function append(eventLog: string, timeMs: number): Promise<void> {
  const event = positionsRecorded([{
    noradId: 25994,
    name: "TERRA",
    timeMs,
    latitudeDeg: 1,
    longitudeDeg: 2,
    altitudeKm: 700,
    elementSetId: null,
    origin: "live",
  }]);
  const log = await openEventLog(eventLog);
  const record = { key: null, value: encodeEvent(event), timestampMs: timeMs };
  await log.append("terra_topic", [record]);
  await log.close();
}

/** What the web app tells of a lag, in its answer and in its metrics. */
async function lagOf(services: RunningServices) {
  const path = "/api/v1/projection";
  const { partitions } = await services.getJson<ProjectionAnswer>(path);
  const { lag, lag_seconds } = partitions[0] ?? {};
  const lines = (await services.metrics("web")).split("\n");
  const told = lines.filter((line) =>
    /^groundtrack_projector_(lag_\w+|running)/.test(line)
  ).map((line) => line.replace(/^\w+_projector_|\{.*\}/g, ""));
  return { lag, lag_seconds, told };
}

Deno.test("no lag is told of a projector that was killed, until it is started again", async () => {
  await using services = await RunningServices.inNewPlace({});
  const { eventLog } = services;
  await append(eventLog, Date.now());
  services.start("projector", "web");
  const caughtUp = {
    lag: 0,
    lag_seconds: 0,
    told: ["running 1", "lag_records 0", "lag_seconds 0"],
  };
  const waitForLag = (what: string, expected: object) =>
    services.waitFor(what, async () => {
      assert.deepEqual(await lagOf(services), expected);
      return true;
    });
  await waitForLag("all to be applied", caughtUp);

  await services.kill("projector");
  await append(eventLog, Date.now());
  await waitForLag("the projector to be missed", {
    lag: null,
    lag_seconds: null,
    told: ["running 0"],
  });

  services.start("projector");
  await waitForLag("the projector to have caught up", caughtUp);
});
