import assert from "node:assert/strict";
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
} from "kafkajs";
import {
  kafkaTest,
  PASSWORD,
  shareTestBroker,
  USER,
} from "../../kafka_broker/testdata/test_broker.ts";
import { readSettings } from "../../settings.ts";
import {
  checkpointAfter,
  follow,
  newRecord,
  readAll,
  recordsOf,
  textsOf,
} from "../contract/contract_support.ts";
import type { EventLog } from "../event_log.ts";
import { openEventLog } from "../open_event_log.ts";
import { KAFKA_SETTINGS } from "./kafka_options.ts";
import { withAdmin } from "./testdata/with_admin.ts";

const broker = shareTestBroker({ secured: true });

async function open(
  variables: Record<string, string>,
  { secured } = broker(),
): Promise<EventLog> {
  const { bootstrap, caFile } = secured!;
  const all: Record<string, string> = {
    KAFKA_SECURITY_PROTOCOL: "SASL_SSL",
    KAFKA_SSL_CA_FILE: caFile,
    KAFKA_SASL_USERNAME: USER,
    KAFKA_SASL_PASSWORD: PASSWORD,
    ...variables,
  };
  const settings = readSettings(KAFKA_SETTINGS, (name) => all[name]);
  return await openEventLog(`kafka://${bootstrap}`, settings);
}

for (const mechanism of ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]) {
  kafkaTest(`Kafka is spoken to by TLS and ${mechanism}`, async () => {
    const log = await open({ KAFKA_SASL_MECHANISM: mechanism });
    const topic = `secured.${mechanism}`;
    await log.append(topic, [newRecord("1")]);
    assert.deepEqual(textsOf(await readAll(log, { topics: [topic] })), ["1"]);
    const [described] = await log.describeTopics([topic]);
    assert.equal(described!.partitions[0]!.endOffset, 1);
    await log.close();
  });

  kafkaTest(
    `a wrong password is told of, and not told: ${mechanism}`,
    async () => {
      const password = "wrong-password";
      const log = await open({
        KAFKA_SASL_MECHANISM: mechanism,
        KAFKA_SASL_PASSWORD: password,
      });
      const reason = /KAFKA_SASL_USERNAME and the password/;
      await assert.rejects(
        log.append("a", [newRecord("1")]),
        (error: Error) => {
          assert.equal(error.name, "EventLogError");
          assert.match(error.message, reason);
          assert.ok(!`${error.message}${error.stack}`.includes(password));
          return true;
        },
      );
      for await (const result of log.read({ topics: ["a"], until: "end" })) {
        assert.ok(result.kind === "connection" && !result.connected);
        assert.match(result.reason, reason);
        break;
      }
      await log.close();
    },
  );
}

kafkaTest("a broker that nobody vouches for is not spoken to", async () => {
  const log = await open({ KAFKA_SSL_CA_FILE: "" });
  await assert.rejects(log.append("a", [newRecord("1")]), {
    name: "EventLogError",
    message: /certificate|UnknownIssuer/i,
  });
  await log.close();
});

kafkaTest("a broker that demands TLS is not spoken to without", async () => {
  const log = await open({
    KAFKA_SECURITY_PROTOCOL: "SASL_PLAINTEXT",
    KAFKA_SSL_CA_FILE: "",
  });
  await assert.rejects(log.append("a", [newRecord("1")]), {
    name: "EventLogError",
  });
  await log.close();
});

const guarded = shareTestBroker({
  secured: true,
  settings: {
    "authorizer.class.name":
      "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "super.users": "User:ANONYMOUS",
  },
});

kafkaTest(
  "a topic that may not be read keeps nobody from the others",
  async () => {
    const { bootstrap } = guarded();
    const owner = await openEventLog(`kafka://${bootstrap}`);
    for (const topic of ["open", "closed"]) {
      await owner.append(topic, [newRecord("0"), newRecord("1")]);
    }
    const all = recordsOf(await readAll(owner, { topics: ["open", "closed"] }));
    const checkpoints = all.filter(({ offset }) => offset === 0)
      .map(checkpointAfter);
    const allow = (resourceName: string, operation: AclOperationTypes) => ({
      resourceType: AclResourceTypes.TOPIC,
      resourceName,
      resourcePatternType: ResourcePatternTypes.LITERAL,
      principal: `User:${USER}`,
      host: "*",
      operation,
      permissionType: AclPermissionTypes.ALLOW,
    });
    await withAdmin(bootstrap, (admin) =>
      admin.createAcls({
        acl: [
          allow("open", AclOperationTypes.READ),
          allow("closed", AclOperationTypes.DESCRIBE),
        ],
      }));
    const log = await open({}, guarded());
    const topics = ["open", "closed"];
    const results = await follow(log, { topics, checkpoints }, (results) => {
      return recordsOf(results).length === 1;
    });
    assert.deepEqual(textsOf(results), ["1"]);
    assert.equal(recordsOf(results)[0]!.topic, "open");
    await Promise.all([owner.close(), log.close()]);
  },
);
