import assert from "node:assert/strict";
import { SettingsError } from "../shared/settings.ts";
import { readProducerSettings } from "./producer_settings.ts";

const read = (variables: Record<string, string>) =>
  readProducerSettings((name) => variables[name]);

Deno.test("readProducerSettings() takes TERRA, a second and a day by default", () => {
  const settings = read({});
  assert.deepEqual(settings.satellites.map(({ noradId }) => noradId), [25994]);
  assert.equal(settings.STEP, 1000);
  assert.equal(settings.BACKFILL, 86_400_000);
  assert.equal(settings.TOPIC, undefined);
});

Deno.test("readProducerSettings() takes names in any case and numbers, each once", () => {
  const { satellites } = read({ SATELLITES: "Terra, 27424,AQUA,iss" });
  assert.deepEqual(
    satellites.map(({ name }) => name),
    ["TERRA", "AQUA", "ISS (ZARYA)"],
  );
});

Deno.test("readProducerSettings() names what is bundled if a satellite is unknown", () => {
  assert.throws(() => read({ SATELLITE: "SPUTNIK" }), {
    name: "SettingsError",
    message: "Cannot start as SATELLITES must be among those with bundled " +
      "elements (TERRA or 25994, AQUA or 27424, AURA or 28376, " +
      'ISS (ZARYA) or 25544): current value is "SPUTNIK"',
  });
});

Deno.test("readProducerSettings() tells every fault at once", () => {
  const wrong = {
    SATELLITES: "TERRA,SPUTNIK,VOSTOK",
    STEP: "0",
    BACKFILL: "99d",
    TOPIC: "a/b",
    LOG_LEVEL: "loud",
  };
  assert.throws(() => read(wrong), (error: Error) => {
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

Deno.test("readProducerSettings() tells of empty satellites once", () => {
  assert.throws(() => read({ SATELLITES: "TERRA,,AQUA" }), (error: Error) => {
    assert.equal(error.message.match(/SATELLITES/g)?.length, 1);
    return true;
  });
});
