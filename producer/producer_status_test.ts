import assert from "node:assert/strict";
import { renderMetrics } from "../shared/status/metrics.ts";
import { AppendWatch } from "./append_watch.ts";
import { producerMetrics } from "./producer_metrics.ts";
import { createStatusReader } from "./producer_status.ts";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";
import { withTempLog } from "./testdata/temp_log.ts";
import { Channels } from "./channels.ts";

const START_MS = Date.parse("2026-11-23T12:00:00Z");

Deno.test("a producer's status and metrics tell what was taken, what is missing and how old its elements are", () =>
  withTempLog(async (log) => {
    let nowMs = START_MS;
    const stepMs = 1000;
    const appends = new AppendWatch(() => nowMs);
    const channels = new Channels(bundledSatellites(["TERRA"]), { stepMs });
    const read = createStatusReader(channels, {
      appends,
      nowMs: () => nowMs,
      stepMs,
    });
    const { satellite, missing } = channels.list[0]!.tracks[0]!;
    nowMs += 2_000;
    missing.addRange(START_MS - 60_000, START_MS);
    assert.equal(read().topics[1]!.silentMs, 2_000);

    const record = { key: null, value: new Uint8Array() };
    await appends.watch(log).append("terra_topic", [
      { ...record, timestampMs: START_MS + 1_000 },
    ]);
    const { topics, satellites } = read();
    assert.deepEqual(topics.map(({ name }) => name), [
      "element_sets",
      "terra_topic",
    ]);
    assert.deepEqual(topics.map(({ silentMs }) => silentMs), [null, 1_000]);
    const [terra] = satellites;
    assert.equal(terra!.missingTicks, 60);
    const { epochUs } = satellite.orbit.elementSet;
    const ageS = (nowMs - epochUs / 1000) / 1000;
    assert.ok(Math.abs(terra!.elementAgeS - ageS) < 1, `${terra!.elementAgeS}`);

    const text = await renderMetrics(producerMetrics(read()));
    const lines = text.split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.replace(/^groundtrack_producer_/, ""));
    const of = '{topic="terra_topic",norad_id="25994",satellite="TERRA"}';
    assert.deepEqual(lines, [
      "step_seconds 1",
      `latest_event_timestamp_seconds{topic="terra_topic"} ${
        START_MS / 1000 + 1
      }`,
      `last_append_timestamp_seconds{topic="terra_topic"} ${
        START_MS / 1000 + 2
      }`,
      'refused{topic="element_sets"} 0',
      'refused{topic="terra_topic"} 0',
      'records_total{topic="element_sets"} 0',
      'records_total{topic="terra_topic"} 1',
      'refused_appends_total{topic="element_sets"} 0',
      'refused_appends_total{topic="terra_topic"} 0',
      'satellites{topic="terra_topic"} 1',
      `missing_ticks${of} 60`,
      `element_age_seconds${of} ${terra!.elementAgeS}`,
    ]);
  }));
