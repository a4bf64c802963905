import { applyBatch } from "../projector/apply_batch.ts";
import { ChangeSet } from "../projector/writing/change_set.ts";
import { openWriter } from "../projector/writing/open_for_writing.ts";
import { ProjectionWriter } from "../projector/writing/projection_writer.ts";
import { createInUse } from "../projector/testdata/create_in_use.ts";
import { elementSetRecorded } from "../shared/events/element_set_recorded.ts";
import { encodeEvent, type Event } from "../shared/events/event.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../shared/events/positions_recorded.ts";
import { HOUR_MS, hourOf, MINUTE_MS } from "../shared/projection/time_range.ts";
import type { Sqlite } from "../shared/sqlite.ts";
import { bundledElementSets } from "../tle/bundled_elements.ts";
import type { ElementSet } from "../tle/element_set.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import { createOrbit, type Orbit } from "../tle/orbit.ts";

const SKY_TOPIC = "sky_topic";

/** Each second on a topic of their own; all others each minute on one. */
const WATCHED = [25994, 27424, 28376];
const SAMPLES_AN_EVENT = 500;
const SATELLITES_AN_EVENT = 100;

interface Body {
  readonly noradId: number;
  readonly name: string;
  readonly elementSetId: string;
  readonly orbit: Orbit;
}

/**
 * A projection of the whole sky, written as the projector writes: some hours
 * of samples a minute, of which those that are over are sealed.
 */
export class Sky implements Disposable {
  readonly link: string;
  readonly #db: Sqlite;
  readonly #writer: ProjectionWriter;
  readonly #bodies: readonly Body[];
  readonly #watched: readonly Body[];
  readonly #offsets = new Map<string, number>();

  private constructor(link: string, db: Sqlite, satellites: number) {
    this.link = link;
    this.#db = db;
    this.#writer = new ProjectionWriter(db, ["*"]);
    const sets = bodySets(satellites);
    this.#bodies = sets.map(toBody);
    this.#watched = this.#bodies.filter((one) => isWatched(one.noradId));
  }

  /** Makes one that is recorded up to `nowMs`, for so many hours. */
  static async make(
    link: string,
    { nowMs, hours, satellites }: {
      readonly nowMs: number;
      readonly hours: number;
      readonly satellites: number;
    },
  ): Promise<Sky> {
    const path = await createInUse(link, nowMs);
    const sky = new Sky(link, openWriter(path), satellites);
    const fromMs = hourOf(nowMs).fromMs - hours * HOUR_MS;
    sky.#recordElementSets(fromMs);
    for (let hourMs = fromMs; hourMs < nowMs; hourMs += HOUR_MS) {
      sky.#recordHour(hourMs, Math.min(hourMs + HOUR_MS, nowMs + 1), nowMs);
    }
    sky.#db.pragma("wal_checkpoint(TRUNCATE)");
    return sky;
  }

  /** All satellites at one instant but those that are watched. */
  recordMinute(timeMs: number, nowMs = timeMs): void {
    const others = this.#bodies.filter((one) => !isWatched(one.noradId));
    const events: Event[] = [];
    for (let at = 0; at < others.length; at += SAMPLES_AN_EVENT) {
      const some = others.slice(at, at + SAMPLES_AN_EVENT);
      events.push(
        positionsRecorded(some.map((one) => positionOf(one, timeMs))),
      );
    }
    this.#commit(SKY_TOPIC, events, nowMs);
  }

  /** Those that are watched, at one instant, each in a commit of its own. */
  recordSecond(timeMs: number, nowMs = timeMs): void {
    for (const one of this.#watched) {
      const event = positionsRecorded([positionOf(one, timeMs)]);
      this.#commit(topicOf(one), [event], nowMs);
    }
  }

  #recordElementSets(timeMs: number): void {
    const events = this.#bodies.map(({ orbit }) =>
      elementSetRecorded(orbit.elementSet, { source: "bundled", timeMs })
    );
    this.#commit("element_sets", events, timeMs);
  }

  #recordHour(fromMs: number, toMs: number, nowMs: number): void {
    const others = this.#bodies.filter((one) => !isWatched(one.noradId));
    for (let at = 0; at < others.length; at += SATELLITES_AN_EVENT) {
      const some = others.slice(at, at + SATELLITES_AN_EVENT).flatMap((one) =>
        positionsOf(one, { fromMs, toMs, stepMs: MINUTE_MS })
      );
      this.#commit(SKY_TOPIC, [positionsRecorded(some)], nowMs);
    }
    for (const one of this.#watched) {
      const some = positionsOf(one, { fromMs, toMs, stepMs: 1_000 });
      this.#commit(topicOf(one), [positionsRecorded(some)], nowMs);
    }
  }

  #commit(topic: string, events: readonly Event[], nowMs: number): void {
    let offset = this.#offsets.get(topic) ?? 0;
    const records = events.map((event) => ({
      offset: offset++,
      key: null,
      value: encodeEvent(event),
      timestampMs: 0,
    }));
    this.#offsets.set(topic, offset);
    const changes = new ChangeSet();
    applyBatch(changes, { kind: "records", topic, partition: 0, records }, {
      nextOffset: 0,
      topicSatellites: new Map(),
    });
    this.#writer.commit(changes.take(), nowMs);
  }

  [Symbol.dispose](): void {
    this.#db.close();
  }
}

const isWatched = (noradId: number) => WATCHED.includes(noradId);

const topicOf = ({ name }: Body) => `${name.toLowerCase()}_topic`;

function toBody(set: ElementSet): Body {
  const { noradId, name } = set;
  const orbit = createOrbit(set);
  return { noradId, name: name!, elementSetId: elementSetId(set), orbit };
}

/** Real sets of those that are watched, and near-circular orbits all around. */
function bodySets(count: number): ElementSet[] {
  const [terra] = bundledElementSets;
  const sets = bundledElementSets.filter((set) => isWatched(set.noradId));
  for (let i = 0; sets.length < count; i++) {
    const noradId = i < 16_000 ? 30_000 + i : 100_000 + i;
    // Steps that have no common measure leave no pattern.
    const turn = (share: number) => (i * share) % 1;
    sets.push({
      ...terra!,
      noradId,
      name: `OBJECT ${String.fromCharCode(65 + i % 26)}-${noradId}`,
      // Most are low; one in twenty is geostationary.
      meanMotion: i % 20 === 0 ? 1.0027 : 12.5 + 3 * turn(0.6180339887),
      eccentricity: 0.0005,
      inclinationDeg: i % 20 === 0 ? 3 * turn(0.3) : 30 + 70 * turn(0.7548776),
      rightAscensionDeg: 360 * turn(0.5698402),
      meanAnomalyDeg: 360 * turn(0.8191725),
      bstar: 0,
      meanMotionDot: 0,
    });
  }
  return sets;
}

function positionOf(one: Body, timeMs: number): RecordedPosition {
  const { noradId, name, elementSetId, orbit } = one;
  const place = orbit.positionAt(timeMs);
  return { noradId, name, timeMs, ...place, elementSetId, origin: "live" };
}

function positionsOf(
  one: Body,
  { fromMs, toMs, stepMs }: { fromMs: number; toMs: number; stepMs: number },
): RecordedPosition[] {
  const count = Math.ceil((toMs - fromMs) / stepMs);
  return Array.from(
    { length: count },
    (_, i) => positionOf(one, fromMs + i * stepMs),
  );
}
