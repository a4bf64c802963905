const OLDEST = 17;

/** The Java on the PATH. */
export interface Java {
  readonly major: number;
  /** Tells one build from another; fit for the name of a file. */
  readonly build: string;
}

/**
 * Asks the Java on the PATH for its version.
 *
 * @throws {Error} If there is none, or it is too old for Kafka.
 */
export function findJava(): Java {
  const said = run("java", "-version");
  const version = said?.match(/version "(?:1\.)?(\d+)[^"]*"/);
  const remedy = "Install a JDK, for example openjdk-17-jdk-headless, and " +
    "see that its bin folder is on the PATH.";
  if (!said || !version) {
    throw new Error(
      `Cannot run Kafka as Java ${OLDEST} or later must be on the PATH: ` +
        `there is no Java. ${remedy}`,
    );
  }
  const major = Number(version[1]);
  if (major < OLDEST) {
    throw new Error(
      `Cannot run Kafka as Java must be ${OLDEST} or later: ` +
        `current value is ${major}. ${remedy}`,
    );
  }
  const build = said.match(/build ([^\s,)]+)/)?.[1] ?? String(major);
  return { major, build: build.replaceAll(/[^\w.+-]/g, "_") };
}

/** Tells whether Maven is on the PATH. */
export function hasMaven(): boolean {
  return run("mvn", "-version") !== undefined;
}

/** What a program says; undefined where it is not there, or fails. */
function run(program: string, argument: string): string | undefined {
  try {
    const { success, stdout, stderr } = new Deno.Command(program, {
      args: [argument],
      stdin: "null",
    }).outputSync();
    const decoder = new TextDecoder();
    return success
      ? decoder.decode(stdout) + decoder.decode(stderr)
      : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
