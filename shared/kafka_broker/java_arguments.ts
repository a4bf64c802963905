import { LOG4J_FILE } from "./project_files.ts";

/** What a Java process needs to be a broker or a tool. */
export interface KafkaFiles {
  /** Folder of Kafka's jars. */
  readonly jars: string;
  /** Archive of loaded classes, which halves the time to start. */
  readonly archive?: string;
}

/**
 * Returns Java's arguments before the name of a class.
 *
 * @param options.level From which on Log4j writes to standard error.
 */
export function javaArguments(
  { jars, archive }: KafkaFiles,
  { level }: { level: "INFO" | "WARN" },
): string[] {
  return [
    "-Xmx256m",
    // Of one small heap and few cores, these are the quickest to start.
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    // Java ignores an archive that does not fit, and would say so where the
    // output of a tool is expected.
    ...archive === undefined ? [] : [`-XX:SharedArchiveFile=${archive}`],
    "-Xlog:disable",
    // A crash is told in the log; its details would lie about in our folder.
    "-XX:ErrorFile=/dev/null",
    `-Dlog4j2.configurationFile=${LOG4J_FILE}`,
    `-Dgroundtrack.level=${level}`,
    "-cp",
    `${jars}/*`,
  ];
}
