import { EventLogError } from "../event_log.ts";

/**
 * What may come of asking again: `connection`, something once the brokers are
 * reached; `passing`, something soon; `lasting`, nothing until somebody does
 * something; `unexplained`, one or the other.
 */
export type FailureKind =
  | "connection"
  | "passing"
  | "lasting"
  | "unexplained";

/** Kafka did not do what was asked. */
export class KafkaFailure extends EventLogError {
  readonly kind: FailureKind;
  /** Kafka's name of the error, such as `OFFSET_OUT_OF_RANGE`, if it has one. */
  readonly type: string | null;

  constructor(
    message: string,
    options: ErrorOptions & {
      readonly kind: FailureKind;
      readonly type: string | null;
    },
  ) {
    super(message, options);
    this.kind = options.kind;
    this.type = options.type;
  }

  /** Whether a broker did not answer in time. */
  get isTimeout(): boolean {
    return this.cause instanceof Error &&
      rootOf(this.cause).name === "KafkaJSRequestTimeoutError";
  }
}

/** What kafkajs throws, as far as it is of use here. */
interface ClientError extends Error {
  readonly type?: string;
  readonly retriable?: boolean;
  /** Where one request was for several things. */
  readonly errors?: readonly unknown[];
}

const REMEDIES: Record<string, string> = {
  MESSAGE_TOO_LARGE:
    "Raise max.message.bytes of the topic, or message.max.bytes of the broker",
  TOPIC_AUTHORIZATION_FAILED:
    "Allow this user to create, write, read, describe and describe the " +
    "configuration of the topic",
  INVALID_REPLICATION_FACTOR:
    "Set TOPIC_REPLICAS to at most the number of brokers",
  ILLEGAL_SASL_STATE:
    "Check that KAFKA_SECURITY_PROTOCOL is that of the broker's listener",
  SASL_AUTHENTICATION_FAILED:
    "Check KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and the password",
};

/**
 * Turns what kafkajs threw into a failure that says what was asked of whom,
 * what came of it, and what to do.
 */
export function explainKafkaFailure(
  error: unknown,
  about: { readonly action: string; readonly servers: string },
): KafkaFailure {
  const root = rootOf(error);
  const type = root.name === "KafkaJSSASLAuthenticationError"
    ? "SASL_AUTHENTICATION_FAILED"
    : root.type ?? null;
  const kind = kindOf(root, type);
  const reason = root.message.replace(/\.$/, "");
  const remedy = /\bTLS\b/.test(reason)
    ? REMEDIES.ILLEGAL_SASL_STATE
    : REMEDIES[type ?? ""];
  const requirement = kind === "connection" ? "be reached" : "do it";
  return new KafkaFailure(
    `Cannot ${about.action} as Kafka at ${about.servers} must ${requirement}: ` +
      (remedy === undefined ? `${reason}.` : `${reason}. ${remedy}.`),
    { cause: error, type, kind },
  );
}

function kindOf(root: ClientError, type: string | null): FailureKind {
  if (type?.includes("SASL") || CONNECTION.has(root.name)) {
    return "connection";
  }
  if (type?.startsWith("UNSUPPORTED_") || root.name === UNKNOWN_CODEC) {
    return "lasting";
  }
  return type !== null && root.retriable === true ? "passing" : "unexplained";
}

/** What kafkajs names all that lies between it and a broker. */
const CONNECTION: ReadonlySet<string> = new Set([
  "KafkaJSBrokerNotFound",
  "KafkaJSConnectionClosedError",
  "KafkaJSConnectionError",
  "KafkaJSLockTimeout",
  "KafkaJSMetadataNotLoaded",
  "KafkaJSRequestTimeoutError",
]);

const UNKNOWN_CODEC = "KafkaJSNotImplemented";

/** kafkajs wraps errors in errors; the first that Kafka names, or the last. */
function rootOf(error: unknown): ClientError {
  let root: ClientError = toError(error);
  while (root.type === undefined) {
    const inner = root.cause ?? root.errors?.[0];
    if (!(inner instanceof Error)) break;
    root = inner;
  }
  return root;
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`${thrown}`);
}
