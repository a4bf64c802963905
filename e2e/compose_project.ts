import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { freePort } from "../shared/kafka_broker/free_port.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * The services of `docker-compose.yml` as a project of its own name and ports,
 * beside whatever else runs.
 */
export class ComposeProject {
  readonly name = `groundtrack-check-${crypto.randomUUID().slice(0, 8)}`;
  readonly port = freePort();
  readonly url = `http://127.0.0.1:${this.port}`;
  readonly #environment = {
    PORT: String(this.port),
    KAFKA_PORT: String(freePort()),
    // Not what an .env says.
    BACKFILL: "24h",
  };
  readonly #signal: AbortSignal;

  /** @param signal Ends whatever is under way, but not the removal. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Runs `docker compose` and returns what it prints.
   *
   * @throws {Error} If it fails, with what it said.
   */
  compose(
    args: readonly string[],
    settings: Record<string, string> = {},
  ): Promise<string> {
    return this.docker(["compose", ...this.#project(), ...args], {
      ...this.#environment,
      ...settings,
    });
  }

  /**
   * Starts what is not running, or not with these settings, and waits until it
   * is healthy. It takes the image as it was built before.
   */
  up(settings: Record<string, string> = {}, services: readonly string[] = []) {
    const wait = ["--no-build", "--wait", "--wait-timeout", "300"];
    return this.compose(["up", "-d", ...wait, ...services], settings);
  }

  /** Runs a line of shell in a service's container, as its user. */
  shell(service: string, line: string): Promise<string> {
    return this.compose(["exec", "-T", service, "sh", "-c", line]);
  }

  /** One value of what Docker knows of a service's container. */
  async inspect(service: string, value: string): Promise<string> {
    const id = await this.compose(["ps", "--all", "--quiet", service]);
    const format = `{{${value}}}`;
    return (await this.docker(["inspect", "--format", format, id.trim()]))
      .trim();
  }

  /** Names of everything that Docker keeps for the project. */
  async leftovers(): Promise<string[]> {
    const ours = ["--filter", `label=com.docker.compose.project=${this.name}`];
    const kinds = [
      ["ps", "--all", "--quiet"],
      ["volume", "ls", "--quiet"],
      ["network", "ls", "--quiet"],
    ];
    const lists = await Promise.all(
      kinds.map((kind) => this.docker([...kind, ...ours])),
    );
    return lists.flatMap((list) => list.split("\n").filter(Boolean));
  }

  async getJson<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}${path}`);
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return JSON.parse(text);
  }

  /** Runs `docker` and returns what it prints. */
  docker(args: readonly string[], settings: Record<string, string> = {}) {
    return runDocker(args, { env: settings, signal: this.#signal });
  }

  async remove(): Promise<void> {
    const down = ["down", "--volumes", "--timeout", "5"];
    await runDocker(["compose", ...this.#project(), ...down], {
      env: this.#environment,
    });
  }

  #project(): string[] {
    return ["--progress", "quiet", "-p", this.name, "-f", "docker-compose.yml"];
  }
}

async function runDocker(
  args: readonly string[],
  options: Pick<Deno.CommandOptions, "env" | "signal">,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("docker", {
    args: [...args],
    cwd: ROOT,
    stdin: "null",
    ...options,
  }).output();
  const text = new TextDecoder().decode(stdout);
  if (success) return text;
  const reason = new TextDecoder().decode(stderr) || text;
  throw new Error(`docker ${args.join(" ")} failed: ${reason.trim()}`);
}
