import { join } from "node:path";
import { applyBatch } from "../../projector/apply_batch.ts";
import { ChangeSet } from "../../projector/writing/change_set.ts";
import { openWriter } from "../../projector/writing/open_for_writing.ts";
import { createInUse } from "../../projector/testdata/create_in_use.ts";
import { ProjectionWriter } from "../../projector/writing/projection_writer.ts";
import type { LogRecord } from "../../shared/event_log/event_log.ts";
import { encodeEvent, type Event } from "../../shared/events/event.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../../shared/events/positions_recorded.ts";
import type { Sqlite } from "../../shared/sqlite.ts";

const HOUR_MS = 3_600_000;
const MOST_SAMPLES = 10_000;

export interface CommitOptions {
  /** The projector's clock, by which positions are late; default 0: none is. */
  readonly nowMs?: number;
  readonly topic?: string;
  readonly partition?: number;
}

/** A projection in a folder of its own, written as the projector writes. */
export class TestProjection {
  readonly folder: string;
  readonly link: string;
  readonly #preferences: readonly string[];
  #db: Sqlite | null = null;
  #writer!: ProjectionWriter;
  #offset = 0;

  constructor(preferences: readonly string[] = ["*"]) {
    this.folder = Deno.makeTempDirSync();
    this.link = join(this.folder, "projection.db");
    this.#preferences = preferences;
  }

  /** Puts an empty projection in the place of the one in use, if any. */
  async replace(): Promise<void> {
    await Deno.remove(this.link).catch(() => {});
    this.#db?.close();
    const path = await createInUse(this.link, 0);
    this.#db = openWriter(path);
    this.#writer = new ProjectionWriter(this.#db, this.#preferences);
  }

  /** Commits events; positions become as few events as can hold them. */
  commit(
    given: readonly (RecordedPosition | Event)[],
    options: CommitOptions = {},
  ): void {
    const records = toEvents(given).map((event) => ({
      key: null,
      value: encodeEvent(event),
      timestampMs: 0,
    }));
    this.commitRecords(records, options);
  }

  /** Commits records, of which some may be no events. */
  commitRecords(
    given: readonly Omit<LogRecord, "offset">[],
    options: CommitOptions = {},
  ): void {
    const { nowMs = 0, topic = "test_topic", partition = 0 } = options;
    const records = given.map((record) => ({
      offset: this.#offset++,
      ...record,
    }));
    const changes = new ChangeSet();
    applyBatch(changes, { kind: "records", topic, partition, records }, {
      nextOffset: 0,
      topicSatellites: new Map(),
    });
    this.#writer.commit(changes.take(), nowMs);
  }

  /** Makes all rows that follow from others. */
  deriveAll(): void {
    while (this.#writer.deriveSome());
  }

  /** Changes what is stored, as a fault would. */
  change(action: (db: Sqlite) => void): void {
    action(this.#db!);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#db?.close();
    await Deno.remove(this.folder, { recursive: true });
  }
}

function toEvents(given: readonly (RecordedPosition | Event)[]): Event[] {
  const events: Event[] = [];
  const positions: RecordedPosition[] = [];
  for (const one of given) {
    if ("type" in one) events.push(one);
    else positions.push(one);
  }
  const hours = Map.groupBy(
    positions,
    ({ timeMs }) => Math.floor(timeMs / HOUR_MS),
  );
  for (const hour of hours.values()) {
    for (let i = 0; i < hour.length; i += MOST_SAMPLES) {
      events.push(positionsRecorded(hour.slice(i, i + MOST_SAMPLES)));
    }
  }
  return events;
}
