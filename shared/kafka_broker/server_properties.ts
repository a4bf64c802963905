/** What tells one broker's settings from another's. */
export interface BrokerSettings {
  /** Where Kafka keeps its records. */
  readonly dataFolder: string;
  readonly port: number;
  /** Where the broker speaks to itself as its own controller. */
  readonly controllerPort: number;
  /** Lines of further listeners and of whatever else a test needs. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly secured?: SecuredListener;
}

/** A listener that demands TLS, a user and a password. */
export interface SecuredListener {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** PKCS12, with the broker's key and certificate. */
  readonly keyStore: string;
  readonly keyStorePassword: string;
}

/** What a client may prove its password by. */
export const MECHANISMS = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] as const;

const HOST = "127.0.0.1";

/** One broker keeps the only copy, and one partition of it is enough. */
const ALONE = {
  "offsets.topic.replication.factor": "1",
  "offsets.topic.num.partitions": "1",
  "transaction.state.log.replication.factor": "1",
  "transaction.state.log.min.isr": "1",
  "transaction.state.log.num.partitions": "1",
  "share.coordinator.state.topic.replication.factor": "1",
  "share.coordinator.state.topic.min.isr": "1",
  "share.coordinator.state.topic.num.partitions": "1",
};

/** Nobody else joins, so nothing is gained by waiting for others. */
const PROMPT = {
  "group.initial.rebalance.delay.ms": "0",
  // After kill -9, a broker waits until its former self is given up.
  "broker.session.timeout.ms": "2000",
  "broker.heartbeat.interval.ms": "500",
};

/** Topics are an event log: they make themselves, and forget nothing. */
const TOPICS = {
  "auto.create.topics.enable": "true",
  "num.partitions": "1",
  "log.retention.ms": "-1",
  // The default of 128 MB would not fit the heap.
  "log.cleaner.dedupe.buffer.size": "4194304",
};

/**
 * Returns the text of server.properties: one node that is broker and
 * controller, and listens on the loopback address only.
 */
export function serverProperties(broker: BrokerSettings): string {
  const { secured } = broker;
  const clients = [`CLIENTS://${HOST}:${broker.port}`];
  if (secured) clients.push(`SECURED://${HOST}:${secured.port}`);
  const controller = `CONTROLLER://${HOST}:${broker.controllerPort}`;
  const properties: Record<string, string> = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.quorum.voters": `1@${HOST}:${broker.controllerPort}`,
    "listeners": [...clients, controller].join(),
    "advertised.listeners": clients.join(),
    "listener.security.protocol.map":
      "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL",
    "inter.broker.listener.name": "CLIENTS",
    "controller.listener.names": "CONTROLLER",
    "log.dirs": broker.dataFolder,
    ...ALONE,
    ...PROMPT,
    ...TOPICS,
    ...secured && security(secured),
    ...broker.settings,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${escape(value)}\n`).join("");
}

function security(secured: SecuredListener): Record<string, string> {
  const { user, password, keyStore, keyStorePassword } = secured;
  const modules = "org.apache.kafka.common.security";
  const scram = `${modules}.scram.ScramLoginModule required;`;
  const properties = {
    "sasl.enabled.mechanisms": MECHANISMS.join(),
    "plain.sasl.jaas.config":
      `${modules}.plain.PlainLoginModule required user_${user}="${password}";`,
    "scram-sha-256.sasl.jaas.config": scram,
    "scram-sha-512.sasl.jaas.config": scram,
    "ssl.keystore.type": "PKCS12",
    "ssl.keystore.location": keyStore,
    "ssl.keystore.password": keyStorePassword,
  };
  return Object.fromEntries(
    Object.entries(properties)
      .map(([name, value]) => [`listener.name.secured.${name}`, value]),
  );
}

/** A backslash begins an escape in Java's properties. */
function escape(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}
