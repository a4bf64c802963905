const DEFAULT = 9092;

/**
 * Returns the port that the setting KAFKA_PORT names; 9092 without it.
 *
 * @throws {RangeError} If it is not one that a broker can listen on.
 */
export function parsePort(text: string | undefined): number {
  if (text === undefined) return DEFAULT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new RangeError(
    "Cannot start Kafka as KAFKA_PORT must be from 1 to 65535: current " +
      `value is ${text}. Leave it out for ${DEFAULT}.`,
  );
}
