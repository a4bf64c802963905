import { javaArguments, type KafkaFiles } from "./java_arguments.ts";

/**
 * Runs one of Kafka's command-line tools and returns what it printed.
 *
 * @param tool Name of its class below `org.apache.kafka.tools`, as in
 *   `TopicCommand` or `consumer.ConsoleConsumer`, or the whole name.
 * @param options.stdin What the tool reads, as the console producer does.
 * @throws {Error} If the tool fails, with all that it printed.
 */
export async function runTool(
  files: KafkaFiles,
  { tool, args, stdin }: { tool: string; args: string[]; stdin?: string },
): Promise<string> {
  const name = /^(org|kafka)\./.test(tool)
    ? tool
    : `org.apache.kafka.tools.${tool}`;
  const child = new Deno.Command("java", {
    args: [...javaArguments(files, { level: "WARN" }), name, ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const [{ success, code, stdout, stderr }] = await Promise.all([
    child.output(),
    write(child.stdin, stdin ?? ""),
  ]);
  const decoder = new TextDecoder();
  const printed = decoder.decode(stdout);
  if (success) return printed;
  throw new Error(
    `Cannot run ${name} as its status must be 0: current value is ${code}.` +
      `\n${printed}${decoder.decode(stderr)}`.trimEnd(),
  );
}

async function write(
  stdin: WritableStream<Uint8Array<ArrayBuffer>>,
  text: string,
): Promise<void> {
  const writer = stdin.getWriter();
  try {
    await writer.write(new TextEncoder().encode(text));
    await writer.close();
  } catch (error) {
    // A tool that refuses its arguments ends without reading.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
