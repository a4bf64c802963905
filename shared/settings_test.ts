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
    KAFKA_SECURITY_PROTOCOL: "PLAINTEXT",
    KAFKA_SSL_CA_FILE: undefined,
    KAFKA_SASL_MECHANISM: "PLAIN",
    KAFKA_SASL_USERNAME: undefined,
    KAFKA_SASL_PASSWORD: undefined,
    KAFKA_SASL_PASSWORD_FILE: undefined,
    TOPIC_PARTITIONS: 1,
    TOPIC_REPLICAS: undefined,
    PROJECTION: "data/projection.db",
    HOST: "127.0.0.1",
    PORT: 8050,
    STATUS_PORT: undefined,
    OBSERVERS: [],
    SATELLITES: ["TERRA"],
    ELEMENTS: ["bundled"],
    CELESTRAK_URL: "https://celestrak.org/NORAD/elements/gp.php",
    WATCH_FILE: undefined,
    TOPIC: undefined,
    TOPICS: ["*_topic", "all_topic", "element_sets"],
    TOPIC_SATELLITES: new Map([
      ["test_topic", { noradId: 25994, name: "TERRA" }],
    ]),
    STEP: 1000,
    BACKFILL: 86_400_000,
    LOG_LEVEL: "info",
  });
});

Deno.test("readSettings() reads each setting", () => {
  const settings = read(allNames, {
    EVENT_LOG: "kafka://broker:9092,10.0.0.2",
    KAFKA_SECURITY_PROTOCOL: "SASL_SSL",
    KAFKA_SSL_CA_FILE: "secrets/ca.pem",
    KAFKA_SASL_MECHANISM: "SCRAM-SHA-256",
    KAFKA_SASL_USERNAME: "ground",
    KAFKA_SASL_PASSWORD: "secret",
    KAFKA_SASL_PASSWORD_FILE: "secrets/password",
    TOPIC_PARTITIONS: "12",
    TOPIC_REPLICAS: "3",
    PROJECTION: "elsewhere/projection.db",
    HOST: "0.0.0.0",
    PORT: "0",
    STATUS_PORT: "9464",
    OBSERVERS: "Home=52.5200,13.4050,34; Svalbard=78.2300,15.3900",
    SATELLITES: "TERRA, AQUA",
    ELEMENTS: "data/elements, celestrak",
    CELESTRAK_URL: "http://127.0.0.1:8000/gp.php",
    WATCH_FILE: "data/watch.txt",
    TOPIC: "sky_topic-1.x",
    TOPICS: "b_topic, *",
    TOPIC_SATELLITES: "b_topic:25544, x.y-z : noaa 20,c_topic:123456789",
    STEP: "1h",
    BACKFILL: "0",
    LOG_LEVEL: "debug",
  });
  assert.deepEqual(settings, {
    EVENT_LOG: "kafka://broker:9092,10.0.0.2",
    KAFKA_SECURITY_PROTOCOL: "SASL_SSL",
    KAFKA_SSL_CA_FILE: "secrets/ca.pem",
    KAFKA_SASL_MECHANISM: "SCRAM-SHA-256",
    KAFKA_SASL_USERNAME: "ground",
    KAFKA_SASL_PASSWORD: "secret",
    KAFKA_SASL_PASSWORD_FILE: "secrets/password",
    TOPIC_PARTITIONS: 12,
    TOPIC_REPLICAS: 3,
    PROJECTION: "elsewhere/projection.db",
    HOST: "0.0.0.0",
    PORT: 0,
    STATUS_PORT: 9464,
    OBSERVERS: [
      { name: "Home", latitudeDeg: 52.52, longitudeDeg: 13.405, altitudeM: 34 },
      {
        name: "Svalbard",
        latitudeDeg: 78.23,
        longitudeDeg: 15.39,
        altitudeM: 0,
      },
    ],
    SATELLITES: ["TERRA", "AQUA"],
    ELEMENTS: ["data/elements", "celestrak"],
    CELESTRAK_URL: "http://127.0.0.1:8000/gp.php",
    WATCH_FILE: "data/watch.txt",
    TOPIC: "sky_topic-1.x",
    TOPICS: ["b_topic", "*"],
    TOPIC_SATELLITES: new Map([
      ["test_topic", { noradId: 25994, name: "TERRA" }],
      ["b_topic", { noradId: 25544, name: "ISS (ZARYA)" }],
      ["x.y-z", { noradId: 43013, name: "NOAA 20 (JPSS-1)" }],
      ["c_topic", { noradId: 123_456_789, name: "123456789" }],
    ]),
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
    OBSERVERS: "Home=91,0",
    ELEMENTS: "celestrak,,bundled",
    CELESTRAK_URL: "celestrak.org",
    TOPIC: "a/b",
    TOPICS: "a,,b",
    TOPIC_SATELLITES: "test_topic",
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
        "OBSERVERS must be places such as Home=52.5200,13.4050,34; " +
        "Svalbard=78.2300,15.3900: latitude and longitude in degrees, metres " +
        "above the ellipsoid, from -500 to 9000, each name once: current " +
        'value is "Home=91,0"',
        "ELEMENTS must be a list separated by commas, without empty items: " +
        'current value is "celestrak,,bundled"',
        "CELESTRAK_URL must be an address that begins with http:// or " +
        'https://: current value is "celestrak.org"',
        "TOPIC must be letters, digits, '.', '_' and '-', at most 249, " +
        "and neither . nor ..: " +
        'current value is "a/b"',
        "TOPICS must be a list separated by commas, without empty items: " +
        'current value is "a,,b"',
        "TOPIC_SATELLITES must be a list such as " +
        "test_topic:TERRA,my_topic:25544, each topic once, with a " +
        "well-known name or a catalogue number: " +
        'current value is "test_topic"',
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

Deno.test("readSettings() takes the article's BOOTSTRAP_SERVERS for a Kafka log", () => {
  const servers = { BOOTSTRAP_SERVERS: "kafka1:9092,kafka2:9092" };
  const { EVENT_LOG } = read(["EVENT_LOG"], servers);
  assert.equal(EVENT_LOG, "kafka://kafka1:9092,kafka2:9092");
  const both = { ...servers, EVENT_LOG: "sqlite:data/events.db" };
  assert.equal(read(["EVENT_LOG"], both).EVENT_LOG, "sqlite:data/events.db");
});

Deno.test("readSettings() refuses a user and password in an address, and does not repeat them", () => {
  const eventLog = "kafka://ground:secret@broker:9092";
  assert.throws(() => read(["EVENT_LOG"], { EVENT_LOG: eventLog }), {
    name: "SettingsError",
    message: /EVENT_LOG must be .* current value is "kafka:\/\/\*\*\*@broker/,
  });
});

Deno.test("readSettings() refuses a topic that no log would take", () => {
  for (const topic of [".", ".."]) {
    assert.throws(() => read(["TOPIC"], { TOPIC: topic }), SettingsError);
  }
  assert.equal(read(["TOPIC"], { TOPIC: "..." }).TOPIC, "...");
});

Deno.test("readSettings() refuses brokers that are none", () => {
  for (const eventLog of ["kafka://", "kafka://a,", "kafka://a b", "kafka:a"]) {
    const attempt = () => read(["EVENT_LOG"], { EVENT_LOG: eventLog });
    assert.throws(attempt, SettingsError, eventLog);
  }
});
