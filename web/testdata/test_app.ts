import assert from "node:assert/strict";
import type { Event } from "../../shared/events/event.ts";
import type { RecordedPosition } from "../../shared/events/positions_recorded.ts";
import type { NamedPlace } from "../../shared/named_places.ts";
import { ProjectionInUse } from "../../shared/projection/projection.ts";
import {
  readReplayStatus,
  readStatus,
  replayStatusPath,
  statusPath,
} from "../../shared/status/status_file.ts";
import { createWebApp } from "../app.ts";
import { nextTurn } from "../../shared/breathe.ts";
import { knownObservers } from "../observers/known_observer.ts";
import {
  type ClientLimits,
  type ClientOptions,
  ClientRegistry,
} from "../stream/client_registry.ts";
import { CLIENT_BOUNDS } from "../stream/client_stream.ts";
import { LiveFeed } from "../stream/live_feed.ts";
import { EventReader } from "./event_reader.ts";
import { START_MS } from "./given_positions.ts";
import { type CommitOptions, TestProjection } from "./test_projection.ts";

export interface TestAppOptions {
  readonly limits?: ClientLimits;
  readonly clients?: ClientOptions;
  /** Patterns of topics, in order of preference. */
  readonly topics?: readonly string[];
  /** Places that are configured. */
  readonly places?: readonly NamedPlace[];
}

/** The web app on a projection of its own, with a clock set by hand. */
export class TestApp {
  /** The time, of the projector too. */
  nowMs = START_MS;
  readonly projection: TestProjection;
  readonly projections: ProjectionInUse;
  readonly feed: LiveFeed;
  readonly clients: ClientRegistry;
  readonly app: ReturnType<typeof createWebApp>;
  readonly errors: Error[] = [];
  /** Why clients were dropped. */
  readonly dropped: string[] = [];
  readonly #readers: EventReader[] = [];

  constructor({ limits, clients, topics, places }: TestAppOptions = {}) {
    const nowMs = () => this.nowMs;
    this.projection = new TestProjection(topics);
    this.projections = new ProjectionInUse(this.projection.link, {
      onDamage: (damage) => this.errors.push(damage),
    });
    this.feed = new LiveFeed(this.projections, nowMs);
    const many = { inAll: 100, perAddress: 100 };
    this.clients = new ClientRegistry(nowMs, limits ?? many, {
      // Whose clock goes by leaps cannot read by a deadline.
      bounds: { ...CLIENT_BOUNDS, deadlineMs: Infinity },
      onDropped: ({ message }) => this.dropped.push(message),
      ...clients,
    });
    this.app = createWebApp({
      projections: this.projections,
      feed: this.feed,
      clients: this.clients,
      nowMs,
      onError: (error) => this.errors.push(error),
      readProjectorStatus: () => readStatus(statusPath(this.projection.link)),
      readReplayStatus: () =>
        readReplayStatus(replayStatusPath(this.projection.link)),
      observers: knownObservers(places ?? []),
    });
  }

  /** An app whose projection holds what is given. */
  static async given(
    events: readonly (RecordedPosition | Event)[] = [],
    options: TestAppOptions & CommitOptions = {},
  ): Promise<TestApp> {
    const test = new TestApp(options);
    await test.projection.replace();
    if (events.length > 0) test.projection.commit(events, options);
    return test;
  }

  /** Commits at a time, in seconds from the start, and lets the feed see it. */
  async commit(
    seconds: number,
    events: readonly (RecordedPosition | Event)[],
    options: CommitOptions = {},
  ): Promise<void> {
    this.nowMs = START_MS + seconds * 1000;
    this.projection.commit(events, { nowMs: this.nowMs, ...options });
    await this.feed.poll();
  }

  /** Lets the feed look, at a time in seconds from the start. */
  async pollAt(seconds: number): Promise<void> {
    this.nowMs = START_MS + seconds * 1000;
    await this.feed.poll();
  }

  get(path: string, init: RequestInit = {}): Promise<Response> {
    return Promise.resolve(this.app.request(path, init));
  }

  // deno-lint-ignore no-explicit-any
  async getJson(path: string, init: RequestInit = {}): Promise<any> {
    const response = await this.get(path, init);
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return JSON.parse(text);
  }

  /** Opens a stream; it is closed with the app. */
  async stream(query = "", init: RequestInit = {}): Promise<EventReader> {
    const response = await this.get(`/api/v1/stream?${query}`, init);
    if (response.status !== 200) assert.fail(await response.text());
    return this.read(response);
  }

  /** Reads an answer as a stream; it is closed with the app. */
  read(response: Response): EventReader {
    const reader = new EventReader(response.body!);
    this.#readers.push(reader);
    return reader;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const reader of this.#readers) await reader.cancel();
    // A session that has just paused finds out that its client is gone.
    await nextTurn(1);
    this.projections.close();
    await this.projection[Symbol.asyncDispose]();
  }
}
