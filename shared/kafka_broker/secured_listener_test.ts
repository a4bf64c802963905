import assert from "node:assert/strict";
import { join } from "node:path";
import { runKafkaTool } from "./broker.ts";
import { makeSecuredListener } from "./secured_listener.ts";
import { MECHANISMS } from "./server_properties.ts";
import {
  kafkaTest,
  PASSWORD,
  shareTestBroker,
  USER,
} from "./testdata/test_broker.ts";

const broker = shareTestBroker({ secured: true });

for (const mechanism of MECHANISMS) {
  kafkaTest(`secured listener takes the password by ${mechanism}`, async () => {
    assert.match(await listTopics(mechanism, PASSWORD), /^\s*$/);
  });

  kafkaTest(`secured listener refuses others by ${mechanism}`, async () => {
    await assert.rejects(
      listTopics(mechanism, "wrong"),
      /SaslAuthenticationException: .*(invalid credentials|Invalid username)/,
    );
  });
}

kafkaTest("secured listener proves itself to Deno by its PEM", async () => {
  const { bootstrap, caFile } = broker().secured!;
  for (const hostname of ["127.0.0.1", "localhost"]) {
    const connection = await Deno.connectTls({
      hostname,
      port: Number(bootstrap.split(":")[1]),
      caCerts: [await Deno.readTextFile(caFile)],
    });
    await connection.handshake();
    connection.close();
  }
});

kafkaTest("secured listener is refused without the PEM", async () => {
  const port = Number(broker().secured!.bootstrap.split(":")[1]);
  const connecting = async () => {
    using connection = await Deno.connectTls({ hostname: "localhost", port });
    await connection.handshake();
  };
  await assert.rejects(connecting(), /UnknownIssuer/);
});

Deno.test("makeSecuredListener() refuses what Kafka cannot hold", async () => {
  const refused = ["a b:p", ":p", 'a:p"', "a:p,", "a:p]", "a:p\\"];
  for (const [user, password] of refused.map((pair) => pair.split(":"))) {
    await assert.rejects(
      makeSecuredListener("nowhere", {
        port: 1,
        user: user!,
        password: password!,
      }),
      RangeError,
    );
  }
});

async function listTopics(mechanism: string, password: string) {
  const { bootstrap, caFile } = broker().secured!;
  const module = mechanism === "PLAIN"
    ? "plain.PlainLoginModule"
    : "scram.ScramLoginModule";
  const path = join(broker().folder, "client.properties");
  await Deno.writeTextFile(
    path,
    `security.protocol=SASL_SSL
sasl.mechanism=${mechanism}
sasl.jaas.config=org.apache.kafka.common.security.${module} required \
username="${USER}" password="${password}";
ssl.truststore.type=PEM
ssl.truststore.location=${caFile}
`,
  );
  return await runKafkaTool("TopicCommand", [
    ...["--bootstrap-server", bootstrap, "--command-config", path, "--list"],
  ]);
}
