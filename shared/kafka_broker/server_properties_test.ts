import assert from "node:assert/strict";
import { serverProperties } from "./server_properties.ts";

const BROKER = { dataFolder: "/data", port: 9092, controllerPort: 9093 };

Deno.test("serverProperties() listens on the loopback address only", () => {
  const lines = serverProperties(BROKER).split("\n");
  const listeners = "CLIENTS://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093";
  assert.ok(lines.includes(`listeners=${listeners}`));
  assert.ok(lines.includes("advertised.listeners=CLIENTS://127.0.0.1:9092"));
});

Deno.test("serverProperties() keeps records for ever", () => {
  assert.match(serverProperties(BROKER), /^log\.retention\.ms=-1$/m);
});

Deno.test("serverProperties() lets settings replace its own", () => {
  const settings = { "num.partitions": "3", "log.dirs": "C:\\records" };
  const text = serverProperties({ ...BROKER, settings });
  assert.deepEqual(text.match(/^num\.partitions=.*$/gm), ["num.partitions=3"]);
  assert.match(text, /^log\.dirs=C:\\\\records$/m);
});

Deno.test("serverProperties() demands the password where it is secured", () => {
  const text = serverProperties({
    ...BROKER,
    secured: {
      port: 9094,
      user: "tracker",
      password: "secret",
      keyStore: "/broker.p12",
      keyStorePassword: "changeit",
    },
  });
  assert.match(text, /^advertised\.listeners=.*,SECURED:\/\/127.0.0.1:9094$/m);
  assert.match(text, /^listener\.security\.protocol\.map=.*SECURED:SASL_SSL/m);
  assert.match(
    text,
    /secured\.plain\.sasl\.jaas\.config=.*tracker="secret";$/m,
  );
});
