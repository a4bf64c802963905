import assert from "node:assert/strict";
import { SettingsError } from "../shared/settings.ts";
import { readProducerSettings } from "./producer_settings.ts";

const read = (variables: Record<string, string>) =>
  readProducerSettings({
    nowMs: () => Date.parse("2026-11-23T12:00:00Z"),
    signal: new AbortController().signal,
    variable: (name) => variables[name],
  });

Deno.test("readProducerSettings() takes TERRA, a second and a day by default", async () => {
  const settings = await read({});
  assert.deepEqual(settings.found.satellites.map(({ noradId }) => noradId), [
    25994,
  ]);
  assert.equal(settings.STEP, 1000);
  assert.equal(settings.BACKFILL, 86_400_000);
  assert.equal(settings.TOPIC, undefined);
});

Deno.test("readProducerSettings() takes names in any case and numbers, each once", async () => {
  const { found: { satellites } } = await read({
    SATELLITES: "Terra, 27424,AQUA,iss",
  });
  assert.deepEqual(
    satellites.map(({ name }) => name),
    ["TERRA", "AQUA", "ISS (ZARYA)"],
  );
});

Deno.test("readProducerSettings() names what is bundled if a satellite is unknown", async () => {
  await assert.rejects(() => read({ SATELLITE: "SPUTNIK" }), {
    name: "SettingsError",
    message: "Cannot start as SATELLITES must be known to ELEMENTS (TERRA " +
      "or 25994, AQUA or 27424, AURA or 28376, ISS (ZARYA) or 25544): " +
      'current value is "SPUTNIK"',
  });
});

Deno.test("readProducerSettings() tells every fault at once", async () => {
  const wrong = {
    SATELLITES: "TERRA,SPUTNIK,VOSTOK",
    STEP: "0",
    BACKFILL: "99d",
    TOPIC: "a/b",
    LOG_LEVEL: "loud",
  };
  await assert.rejects(() => read(wrong), (error: Error) => {
    assert.ok(error instanceof SettingsError);
    const faults = [
      "STEP",
      "BACKFILL",
      "TOPIC",
      "LOG_LEVEL",
      "SPUTNIK",
      "VOSTOK",
    ];
    for (const fault of faults) assert.ok(error.message.includes(fault), fault);
    return true;
  });
});

Deno.test("readProducerSettings() tells of empty satellites once", async () => {
  await assert.rejects(
    () => read({ SATELLITES: "TERRA,,AQUA" }),
    (error: Error) => {
      assert.equal(error.message.match(/SATELLITES/g)?.length, 1);
      return true;
    },
  );
});
