import assert from "node:assert/strict";
import {
  readSettings,
  type SettingName,
  settingSchemas,
  SettingsError,
} from "./settings.ts";

const read = <N extends SettingName>(
  names: readonly N[],
  variables: Record<string, string>,
) => readSettings(names, (name) => variables[name]);

const allNames = Object.keys(settingSchemas) as SettingName[];

Deno.test("readSettings() has a default for each setting, or none at all", () => {
  assert.deepEqual(read(allNames, {}), {
    EVENT_LOG: "sqlite:data/events.db",
    PROJECTION: "data/projection.db",
    HOST: "127.0.0.1",
    PORT: 8050,
    SATELLITES: ["TERRA"],
    TOPIC: undefined,
    TOPICS: ["*_topic", "element_sets"],
    STEP: 1000,
    BACKFILL: 86_400_000,
    LOG_LEVEL: "info",
  });
});

Deno.test("readSettings() reads each setting", () => {
  const settings = read(allNames, {
    EVENT_LOG: "kafka://broker:9092",
    PROJECTION: "elsewhere/projection.db",
    HOST: "0.0.0.0",
    PORT: "0",
    SATELLITES: "TERRA, AQUA",
    TOPIC: "sky_topic-1.x",
    TOPICS: "b_topic, *",
    STEP: "1h",
    BACKFILL: "0",
    LOG_LEVEL: "debug",
  });
  assert.deepEqual(settings, {
    EVENT_LOG: "kafka://broker:9092",
    PROJECTION: "elsewhere/projection.db",
    HOST: "0.0.0.0",
    PORT: 0,
    SATELLITES: ["TERRA", "AQUA"],
    TOPIC: "sky_topic-1.x",
    TOPICS: ["b_topic", "*"],
    STEP: 3_600_000,
    BACKFILL: 0,
    LOG_LEVEL: "debug",
  });
});

Deno.test("readSettings() reads no variable but those of the names", () => {
  readSettings(["PORT"], (name) => {
    assert.equal(name, "PORT");
    return undefined;
  });
});

Deno.test("readSettings() takes SATELLITE for SATELLITES, which goes first", () => {
  const satellites = (variables: Record<string, string>) =>
    read(["SATELLITES"], variables).SATELLITES;
  assert.deepEqual(satellites({ SATELLITE: "ISS" }), ["ISS"]);
  assert.deepEqual(satellites({ SATELLITE: "ISS", SATELLITES: "" }), ["ISS"]);
  assert.deepEqual(
    satellites({ SATELLITE: "ISS", SATELLITES: "AQUA,AURA" }),
    ["AQUA", "AURA"],
  );
});

Deno.test("readSettings() takes an empty variable for one that is not set", () => {
  const empty = Object.fromEntries(allNames.map((name) => [name, ""]));
  assert.deepEqual(read(allNames, empty), read(allNames, {}));
});

Deno.test("readSettings() tells of every fault in one message", () => {
  const wrong = {
    PORT: "65536",
    TOPIC: "a/b",
    TOPICS: "a,,b",
    STEP: "999ms",
    BACKFILL: "32d",
    LOG_LEVEL: "loud",
  };
  assert.throws(() => read(allNames, wrong), (error: Error) => {
    assert.ok(error instanceof SettingsError);
    assert.equal(
      error.message,
      "Cannot start as " + [
        'PORT must be a whole number from 0 to 65535: current value is "65536"',
        "TOPIC must be letters, digits, '.', '_' and '-', at most 249: " +
        'current value is "a/b"',
        "TOPICS must be a list separated by commas, without empty items: " +
        'current value is "a,,b"',
        "STEP must be a duration such as 30s, 10m, 24h or 7d, from 1s to " +
        '3600s: current value is "999ms"',
        "BACKFILL must be a duration such as 30s, 10m, 24h or 7d, from 0s to " +
        '2678400s: current value is "32d"',
        "LOG_LEVEL must be debug, info, warning or error: " +
        'current value is "loud"',
      ].join("; and "),
    );
    return true;
  });
});

Deno.test("readSettings() takes no port but a plain number", () => {
  for (const PORT of ["-1", "1.5", "1e3", "0x50", " ", "http"]) {
    assert.throws(() => read(["PORT"], { PORT }), SettingsError);
  }
});

Deno.test("readSettings() refuses an event log of an unknown kind", () => {
  for (const EVENT_LOG of ["data/events.db", "sqlite:", "nats://host:1"]) {
    assert.throws(() => read(allNames, { EVENT_LOG }), {
      name: "SettingsError",
      message: /^Cannot start as EVENT_LOG must be sqlite: and a path, or /,
    });
  }
});
