import { configure, getConsoleSink, getLogger } from "@logtape/logtape";
import type { Settings } from "./settings.ts";

type Level = Settings<"LOG_LEVEL">["LOG_LEVEL"];

/** Writes what happens, one line an entry. */
export type Log = Readonly<Record<Level, (message: string) => void>>;

/** Makes a service's log; entries below the level are left out. */
export async function createLog(
  service: string,
  level: Level,
): Promise<Log> {
  await configure({
    reset: true,
    sinks: { console: getConsoleSink({ formatter: formatLine }) },
    loggers: [
      { category: "groundtrack", lowestLevel: level, sinks: ["console"] },
      {
        category: ["logtape", "meta"],
        lowestLevel: "warning",
        sinks: ["console"],
      },
    ],
  });
  const logger = getLogger(["groundtrack", service]);
  // As templates: braces in a plain message would be taken for placeholders.
  return {
    debug: (message) => logger.debug`${message}`,
    info: (message) => logger.info`${message}`,
    warning: (message) => logger.warning`${message}`,
    error: (message) => logger.error`${message}`,
  };
}

function formatLine(
  record: { timestamp: number; level: string; message: readonly unknown[] },
): string {
  const time = new Date(record.timestamp).toISOString().slice(11, 19);
  const level = record.level === "info" ? "" : `${record.level.toUpperCase()} `;
  return `${time} ${level}${record.message.join("")}`;
}
