import type { Checkpoint } from "../../shared/event_log/event_log.ts";
import { createTopicMatcher } from "../../shared/event_log/topic_pattern.ts";
import { PositionWriter } from "../../shared/projection/store/position_writer.ts";
import { LATE_RANGES_KEPT_MS } from "../../shared/projection/late_ranges.ts";
import { readCheckpoints } from "../../shared/projection/read_checkpoints.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import type { Changes, PartitionProgress, RecoveredLetter } from "./changes.ts";
import { createDerivations } from "../derive/derivations.ts";
import { DerivedRows } from "../derive/derived_rows.ts";
import { ElementSetWriter } from "./write_element_sets.ts";
import { PositionsWriter } from "./write_positions.ts";
import { prepareWriterStatements } from "./writer_statements.ts";

/** What comes live waits for no longer than this, and for one hour more. */
const SEALING_MS = 10;

/** Writes changes into a projection; each database has one at a time. */
export class ProjectionWriter {
  readonly #db: Sqlite;
  readonly #sql;
  #commits = 0;
  readonly #hours: PositionWriter;
  readonly #positions: PositionsWriter;
  readonly #elementSets: ElementSetWriter;
  readonly #derived: DerivedRows;
  readonly #named: readonly string[];
  readonly #topics: readonly ((name: string) => boolean)[];

  /**
   * @param topics The patterns read, in the order in which readers prefer.
   * @param options.notesLateRanges Not where nobody reads it yet.
   */
  constructor(
    db: Sqlite,
    topics: readonly string[],
    { notesLateRanges } = { notesLateRanges: true },
  ) {
    this.#db = db;
    this.#sql = prepareWriterStatements(db);
    this.#derived = new DerivedRows(db, createDerivations(db));
    this.#hours = new PositionWriter(db, {
      onSealed: ({ noradId }, hour) =>
        this.#derived.notePositions(noradId, hour),
    });
    this.#elementSets = new ElementSetWriter(db);
    this.#positions = new PositionsWriter(db, this.#hours, { notesLateRanges });
    this.#named = topics;
    this.#topics = topics.map((pattern) => createTopicMatcher([pattern]));
    for (const { ref, name } of this.#sql.allTopics.all()) {
      this.#sql.setPreference.run({ ref, preference: this.#preference(name) });
    }
    // Reading begins anew, and tells again of those that are.
    this.#sql.forgetHalts.run();
  }

  /** Where reading goes on: a checkpoint for each partition ever read. */
  checkpoints(): Checkpoint[] {
    return readCheckpoints(this.#db);
  }

  /**
   * Writes changes and their checkpoints in one transaction: all or nothing.
   *
   * @param nowMs The time now, by which ranges are called late.
   * @returns The revision: how many commits there have been.
   * @throws {RangeError} If any of it was applied before: if it begins below
   * a stored checkpoint, or if a dead letter to be taken away is not there.
   */
  commit(changes: Changes, nowMs: number): number {
    return this.#db.transaction(() => this.#write(changes, nowMs)).immediate();
  }

  /**
   * Seals hours that are over, as many as take some 10 ms, in a transaction of
   * their own; what is stored stays the same.
   *
   * @returns Whether there was any.
   */
  sealNext(nowMs: number): boolean {
    const hours = this.#hours.findOver(nowMs);
    if (hours.length === 0) return false;
    const endMs = performance.now() + SEALING_MS;
    const isEnough = () => performance.now() >= endMs;
    this.#db.transaction(() => {
      this.#hours.sealAll(hours, this.#sql.nextRevision.get()!, isEnough);
    }).immediate();
    return true;
  }

  /**
   * Makes rows anew that follow from others, in a transaction of its own.
   *
   * @returns Whether there was anything to be made.
   * @throws {DerivationFault} As `makeSome()` does.
   */
  deriveSome(): boolean {
    return this.#db.transaction(() => this.#derived.makeSome()).immediate();
  }

  #write(changes: Changes, nowMs: number): number {
    const revision = this.#sql.nextRevision.get()!;
    const topics = changes.topics.map((name) => this.#topicRef(name));
    const elementSets = changes.elementSetIds.map((id) =>
      this.#elementSetRef(id)
    );
    this.#positions.write(
      changes,
      { topics, elementSets },
      { revision, nowMs },
    );
    this.#writeElementSets(changes);
    this.#writeDeadLetters(changes);
    for (const progress of changes.progress) this.#advance(progress);
    for (const letter of changes.recovered) this.#takeAway(letter);
    for (const { topic, partition, reason } of changes.halted) {
      const topicRef = this.#topicRef(topic);
      this.#sql.halt.run({ topicRef, partition, reason });
    }
    if (++this.#commits % 256 === 0) {
      this.#sql.forgetLateRanges.run(nowMs - LATE_RANGES_KEPT_MS);
    }
    return revision;
  }

  #writeElementSets({ elementSets }: Changes): void {
    for (const event of elementSets) {
      const ref = this.#elementSetRef(event.element_set);
      const changed = this.#elementSets.write(event, ref);
      if (changed === null) continue;
      this.#derived.noteElementSet(changed.noradId, changed.epochUs / 1000);
    }
  }

  #writeDeadLetters({ deadLetters }: Changes): void {
    for (const { at, ...letter } of deadLetters) {
      const { partition, offset } = at;
      const topicRef = this.#topicRef(at.topic);
      this.#sql.deadLetter.run({ topicRef, partition, offset, ...letter });
    }
  }

  #advance(progress: PartitionProgress): void {
    const topicRef = this.#topicRef(progress.topic);
    const stored = this.#sql.nextOffset.get(topicRef, progress.partition);
    if (stored !== undefined && progress.firstOffset < stored) {
      throw new RangeError(
        `Cannot apply ${progress.topic}/${progress.partition} as it must go ` +
          `on at offset ${stored}: current value is ${progress.firstOffset}`,
      );
    }
    this.#sql.advance.run({ ...progress, topicRef });
  }

  #takeAway({ at, positions }: RecoveredLetter): void {
    const { partition, offset } = at;
    const topicRef = this.#topicRef(at.topic);
    const where = { topicRef, partition, offset };
    if (this.#sql.removeDeadLetter.run(where).changes === 0) {
      throw new RangeError(
        `Cannot apply ${at.topic}/${partition} at offset ${offset} as it ` +
          "must be a dead letter: there is none",
      );
    }
    this.#sql.countRecovered.run({ topicRef, partition, positions });
  }

  // Looked for first, as nearly all are known, and an upsert writes pages.
  #elementSetRef(id: string): number {
    return this.#sql.elementSetRef.get(id) ??
      this.#sql.addElementSetRef.get(id)!;
  }

  #topicRef(name: string): number {
    return this.#sql.topicRef.get(name, this.#preference(name))!;
  }

  #preference(name: string): number {
    // One that is named stands where it is named, whatever pattern it matches.
    const named = this.#named.indexOf(name);
    if (named >= 0) return named;
    const index = this.#topics.findIndex((matches) => matches(name));
    return index < 0 ? this.#topics.length : index;
  }
}
