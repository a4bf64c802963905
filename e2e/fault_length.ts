/**
 * How long the tests of faults go on: a sample of each kind by default, and as
 * `deno task crashes` and `deno task kafka-faults` say for all of them.
 */
export const FAULT_LENGTH = {
  /** How often the broker is stopped, and how often it is killed. */
  brokerStops: numberOf("BROKER_STOPS", 1),
  /** How long it is away where it is stopped. */
  brokerStopMs: 1_000 * numberOf("BROKER_STOP_SECONDS", 3),
  /** How long connections are cut again and again. */
  cutMs: 1_000 * numberOf("CUT_SECONDS", 4),
  /** How often the projector is killed. */
  kills: numberOf("KILLS", 3),
  /** How many processes of whatever kind are killed, on each log. */
  crashes: numberOf("CRASHES", 10),
  /** How producers elsewhere compress. */
  codecs: (Deno.env.get("CODECS") ?? "zstd").split(","),
};

function numberOf(variable: string, fallback: number): number {
  return Number(Deno.env.get(variable) ?? fallback);
}
