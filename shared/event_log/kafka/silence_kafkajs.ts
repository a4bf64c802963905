import process from "node:process";

/**
 * kafkajs sets timers for times that are past, which does no harm, but is
 * warned of on the terminal of whoever starts a service.
 */
const emitWarning = process.emitWarning;
process.emitWarning = (warning: string | Error, ...details: unknown[]) => {
  if (details[0] === "TimeoutNegativeWarning") return;
  emitWarning.call(process, warning, ...details as []);
};
