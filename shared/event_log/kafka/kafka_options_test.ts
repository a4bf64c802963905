import assert from "node:assert/strict";
import { readSettings } from "../../settings.ts";
import { KAFKA_SETTINGS, readKafkaOptions } from "./kafka_options.ts";

const SASL = {
  KAFKA_SECURITY_PROTOCOL: "SASL_SSL",
  KAFKA_SASL_USERNAME: "ground",
};

function read(
  variables: Record<string, string> = {},
  eventLog = "kafka://localhost:9092",
) {
  const settings = readSettings(KAFKA_SETTINGS, (name) => variables[name]);
  return readKafkaOptions(eventLog, settings);
}

Deno.test("readKafkaOptions() asks for nothing but brokers by default", () => {
  assert.deepEqual(read({}, "kafka://one,two:9093,10.0.0.1:1"), {
    servers: ["one:9092", "two:9093", "10.0.0.1:1"],
    ssl: null,
    sasl: null,
    partitions: 1,
    replicas: null,
  });
});

Deno.test("readKafkaOptions() reads who we are, from files too", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/password`, "from file\n");
  await Deno.writeTextFile(`${folder}/ca.pem`, "PEM");
  const options = read({
    ...SASL,
    KAFKA_SASL_MECHANISM: "SCRAM-SHA-512",
    KAFKA_SASL_PASSWORD_FILE: `${folder}/password`,
    KAFKA_SSL_CA_FILE: `${folder}/ca.pem`,
    TOPIC_PARTITIONS: "6",
    TOPIC_REPLICAS: "3",
  });
  await Deno.remove(folder, { recursive: true });
  assert.deepEqual(options, {
    servers: ["localhost:9092"],
    ssl: { ca: "PEM" },
    sasl: {
      mechanism: "scram-sha-512",
      username: "ground",
      password: "from file",
    },
    partitions: 6,
    replicas: 3,
  });
});

Deno.test("readKafkaOptions() takes a password from the environment", () => {
  const { sasl, ssl } = read({ ...SASL, KAFKA_SASL_PASSWORD: "secret" });
  assert.equal(sasl!.password, "secret");
  assert.equal(sasl!.mechanism, "plain");
  assert.deepEqual(ssl, {});
});

Deno.test("readKafkaOptions() refuses SASL without a user or password", () => {
  const expected = { name: "SettingsError", message: /KAFKA_SASL_PASSWORD/ };
  assert.throws(() => read(SASL), expected);
  const { KAFKA_SECURITY_PROTOCOL } = SASL;
  assert.throws(
    () => read({ KAFKA_SECURITY_PROTOCOL, KAFKA_SASL_PASSWORD: "secret" }),
    (error: Error) => {
      assert.match(error.message, /KAFKA_SASL_USERNAME/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    },
  );
});

Deno.test("readKafkaOptions() names a file that it cannot read", () => {
  assert.throws(
    () => read({ ...SASL, KAFKA_SASL_PASSWORD_FILE: "data/no such" }),
    /KAFKA_SASL_PASSWORD_FILE must be a file .* "data\/no such"/,
  );
});

Deno.test("readKafkaOptions() refuses a user or certificate that it would not use", () => {
  const user = { KAFKA_SASL_USERNAME: "ground" };
  assert.throws(
    () => read(user),
    /KAFKA_SASL_USERNAME requires .* with SASL: current value is PLAINTEXT/,
  );
  const certificate = {
    KAFKA_SECURITY_PROTOCOL: "SASL_PLAINTEXT",
    KAFKA_SASL_USERNAME: "ground",
    KAFKA_SASL_PASSWORD: "secret",
    KAFKA_SSL_CA_FILE: "ca.pem",
  };
  assert.throws(() => read(certificate), /KAFKA_SSL_CA_FILE requires/);
});
