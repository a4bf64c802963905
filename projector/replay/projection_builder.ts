import type { Checkpoint, EventLog } from "../../shared/event_log/event_log.ts";
import {
  type Projection,
  projectionOf,
} from "../../shared/projection/projection.ts";
import { readCheckpoints } from "../../shared/projection/read_checkpoints.ts";
import type { Settings } from "../../shared/settings.ts";
import { openSqlite } from "../../shared/sqlite.ts";
import type { Changes, PositionRows } from "../writing/changes.ts";
import type { Report } from "../report.ts";
import { runProjector } from "../run_projector.ts";
import { WriterThread } from "../writing/writer_thread.ts";
import { planEnds } from "./planned_ends.ts";

export interface BuilderPorts {
  readonly log: Pick<EventLog, "read" | "describeTopics">;
  readonly report: Report;
  /** Told of each commit how many records there are now, of how many. */
  readonly onProgress: (done: number, inAll: number) => void;
  /** Which of the rows are stored; by default all. Everything is counted. */
  readonly selectRows?: (changes: Changes) => PositionRows;
  /** Told why it cannot be written; what throws out of `applyUpTo()`. */
  readonly onNoRoom: (reason: string) => Error;
}

type BuilderSettings = Settings<"TOPICS" | "TOPIC_SATELLITES">;

/** Fills a projection that nobody reads yet, as the projector does. */
export class ProjectionBuilder {
  /** What it holds so far. */
  readonly projection: Projection;
  readonly #ports: BuilderPorts;
  readonly #settings: BuilderSettings;
  readonly #writer: WriterThread;
  readonly #noRoom: AbortSignal;
  #done = 0;
  #inAll = 0;

  private constructor(
    projection: Projection,
    ports: BuilderPorts,
    { settings, writer, noRoom }: {
      readonly settings: BuilderSettings;
      readonly writer: WriterThread;
      readonly noRoom: AbortSignal;
    },
  ) {
    this.projection = projection;
    this.#ports = ports;
    this.#settings = settings;
    this.#writer = writer;
    this.#noRoom = noRoom;
  }

  /** Opens a projection that is there, and that no other process writes. */
  static async open(
    path: string,
    ports: BuilderPorts,
    settings: BuilderSettings,
  ): Promise<ProjectionBuilder> {
    const noRoom = new AbortController();
    const { writer } = await WriterThread.open(path, {
      topics: settings.TOPICS,
      topicSatellites: settings.TOPIC_SATELLITES,
      notesLateRanges: false,
      // The projector would wait until there is room; a command says so.
      onWaiting: (reason) => {
        if (reason !== null) noRoom.abort(ports.onNoRoom(reason));
      },
      onTrouble: (message) => ports.report(message, "warning"),
    });
    noRoom.signal.addEventListener("abort", () => writer.stopWaiting());
    const projection = projectionOf(openSqlite(path, { readonly: true }));
    const parts = { settings, writer, noRoom: noRoom.signal };
    return new ProjectionBuilder(projection, ports, parts);
  }

  /**
   * Applies what the log holds up to these checkpoints, and of other
   * partitions nothing; or all of it. Returns when it is committed.
   *
   * @throws What aborts the signal, and what `onNoRoom` gives; the next call,
   * of another process too, goes on from there.
   */
  async applyUpTo(
    target: readonly Checkpoint[] | "end",
    signal: AbortSignal,
  ): Promise<void> {
    const { log, report } = this.#ports;
    const { TOPICS: topics, TOPIC_SATELLITES: topicSatellites } =
      this.#settings;
    const checkpoints = readCheckpoints(this.projection.db);
    const { ends, records } = planEnds(
      await log.describeTopics(topics),
      checkpoints,
      target === "end" ? null : target,
    );
    this.#inAll = this.#done + records;
    try {
      await runProjector(
        { log, commit: (changes) => this.#commit(changes), report },
        {
          topics,
          topicSatellites,
          checkpoints,
          until: ends,
          signal: AbortSignal.any([signal, this.#noRoom]),
        },
      );
    } finally {
      this.#noRoom.throwIfAborted();
    }
    signal.throwIfAborted();
  }

  /**
   * Makes the rows that follow from what it holds, so that they are there when
   * it comes into use. To compare it takes none of them.
   *
   * @throws As `applyUpTo()` does.
   */
  async tidyUp(signal: AbortSignal): Promise<void> {
    try {
      while (await this.#writer.tidy()) signal.throwIfAborted();
    } finally {
      this.#noRoom.throwIfAborted();
    }
  }

  async close(): Promise<void> {
    this.projection.db.close();
    await this.#writer.close();
  }

  async #commit(changes: Changes): Promise<void> {
    const rows = this.#ports.selectRows?.(changes) ?? changes.rows;
    await this.#writer.commit({ ...changes, rows });
    for (const { recordsRead } of changes.progress) this.#done += recordsRead;
    this.#ports.onProgress(this.#done, this.#inAll);
  }
}
