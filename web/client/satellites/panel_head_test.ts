import assert from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import type { Moment } from "../feed/moment.ts";
import type { Phase } from "../feed/phase.ts";
import { Recording } from "../feed/recording.ts";
import { SatelliteRecord } from "../feed/satellite_record.ts";
import { Announcer } from "../header.ts";
import type { PanelElements } from "./panel_elements.ts";
import { PanelHead } from "./panel_head.ts";

const NOW_MS = Date.UTC(2026, 7, 23, 14);

Deno.test("a column says that data is there again when it is, not while it may come", async () => {
  const region = { textContent: "" } as HTMLElement;
  const element = () => ({ textContent: "", classList: { toggle() {} } });
  const parts = { name: element(), stale: element(), section: element() };
  const head = new PanelHead(
    parts as unknown as PanelElements,
    new Announcer(region),
  );
  const info = { norad_id: 1, name: "TERRA", step_seconds: 1 } as SatelliteInfo;
  const record = new SatelliteRecord(info, 20_000);
  const recording = new Recording(20_000);
  const move = (timeMs: number) =>
    record.moveLatest({
      timeMs,
      latitudeDeg: 0,
      longitudeDeg: 0,
      altitudeKm: 0,
    });
  const said = async (phase: Phase) => {
    region.textContent = "";
    recording.phase = phase;
    const moment = { kind: "live", nowMs: NOW_MS, shownMs: NOW_MS } as Moment;
    head.draw(recording, record, moment);
    await Promise.resolve();
    return region.textContent;
  };
  move(NOW_MS - 60_000);
  assert.equal(await said("live"), "TERRA: no data since 13:59:00");
  assert.equal(await said("range"), "");
  assert.equal(parts.stale.textContent, "as of 13:59:00");
  assert.equal(await said("live"), "");
  assert.equal(parts.stale.textContent, "no data since 13:59:00");
  move(NOW_MS);
  assert.equal(await said("live"), "TERRA: data again");
});
