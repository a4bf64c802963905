import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../shared/kafka_broker/free_port.ts";
import {
  killHard,
  makePlace,
  type Place,
  removePlace,
  type Service,
  startCommand,
  startTask,
  waitFor,
} from "./services.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A service has so long to finish what it has in hand. */
const STOP_MS = 20_000;

/** So much of what each service wrote is told where a test fails. */
const TOLD_CHARACTERS = 3_000;

/**
 * The services of one test, by name, in a place of their own. What still runs
 * at its end is killed, and the place goes.
 */
export class RunningServices implements AsyncDisposable {
  readonly place: Place;
  readonly #running = new Map<string, Service>();
  readonly #statusPorts = new Map<string, number>();

  private constructor(place: Place) {
    this.place = place;
  }

  static async inNewPlace(
    settings: Record<string, string>,
  ): Promise<RunningServices> {
    return new RunningServices(await makePlace(settings));
  }

  get eventLog(): string {
    return this.place.environment["EVENT_LOG"]!;
  }

  /** The place's folder, wherever the tests run. */
  get folder(): string {
    return `${ROOT}${this.place.folder}`;
  }

  /** Where the projection is. */
  get link(): string {
    return join(this.folder, "projection.db");
  }

  /** Starts tasks of the project, as its README says. */
  start(...tasks: readonly string[]): void {
    for (const task of tasks) {
      const port = this.#statusPorts.get(task) ?? freePort();
      this.#statusPorts.set(task, port);
      const settings = { STATUS_PORT: `${port}` };
      this.#running.set(task, startTask(task, this.place, settings));
    }
  }

  /** Starts a program of the tests, with Deno. */
  startScript(name: string, path: string, args: readonly string[]): void {
    const options = { args: ["run", "-A", path, ...args] };
    this.#running.set(name, startCommand(Deno.execPath(), options));
  }

  /** Runs a task to its end, which must be a good one; returns all it wrote. */
  async run(task: string, ...args: readonly string[]): Promise<string> {
    const command = startCommand(Deno.execPath(), {
      args: ["task", task, ...args],
      env: this.place.environment,
    });
    const { code } = await command.ended;
    assert.equal(code, 0, command.output());
    return command.output();
  }

  /** All that a service wrote since it was started last. */
  said(name: string): string {
    return this.#running.get(name)!.output();
  }

  /** Asks a service to stop, which must end well; returns all it wrote. */
  async stop(name: string): Promise<string> {
    const service = this.#running.get(name)!;
    let code: number | null = null;
    service.ended.then((status) => code = status.code);
    service.kill("SIGTERM");
    await this.waitFor(`${name} to stop`, () => code !== null, STOP_MS);
    this.#running.delete(name);
    assert.equal(code, 0, service.output());
    return service.output();
  }

  /** Sends SIGKILL to a service. */
  async kill(name: string): Promise<void> {
    await killHard(this.#running.get(name)!);
    this.#running.delete(name);
  }

  /** Asks the web app. */
  async getJson<T>(path: string): Promise<T> {
    return JSON.parse(await read(`${this.place.url}${path}`));
  }

  /** Asks the web app for its metrics, or a service where it tells its own. */
  async metrics(name: string): Promise<string> {
    const url = name === "web" ? this.place.url : this.#statusUrl(name);
    return await read(`${url}/metrics`);
  }

  /** Why a service says that it is not ready; nothing where it is. */
  async whyNotReady(name: string): Promise<readonly string[]> {
    const response = await fetch(`${this.#statusUrl(name)}/readyz`);
    const { reasons } = await response.json();
    assert.equal(response.status, reasons === undefined ? 200 : 503);
    return reasons ?? [];
  }

  /** Waits as `waitFor`, and tells what all have written where it fails. */
  async waitFor(
    what: string,
    question: () => Promise<boolean> | boolean,
    timeoutMs = 60_000,
  ): Promise<void> {
    try {
      await waitFor(what, question, timeoutMs);
    } catch (error) {
      const told = [...this.#running].map(([name, service]) =>
        `--- ${name}\n${service.output().slice(-TOLD_CHARACTERS)}`
      );
      throw new Error(`${(error as Error).message}\n${told.join("\n")}`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#running.values()].map(killHard));
    await removePlace(this.place);
  }

  #statusUrl(name: string): string {
    return `http://127.0.0.1:${this.#statusPorts.get(name)}`;
  }
}

async function read(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return text;
}
