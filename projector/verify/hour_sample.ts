import { allHours } from "../../shared/projection/content_checksum.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { hourOf } from "../../shared/projection/time_range.ts";
import type { Changes, PositionRows } from "../writing/changes.ts";
import { createRandom } from "../random.ts";
import { keyOf } from "../replay/compare_projections.ts";
import type { HourName } from "../replay/pair_hours.ts";

/** Some of the hours that a projection holds, taken at random. */
export class HourSample {
  readonly #keys: ReadonlySet<string>;

  private constructor(hours: readonly HourName[]) {
    this.#keys = new Set(hours.map(keyOf));
  }

  /**
   * Takes so many hours, each as likely as any other; all where there are no
   * more. The same seed takes the same ones of the same hours.
   */
  static take(
    projection: Projection,
    count: number,
    seed: number,
  ): HourSample {
    const random = createRandom(seed);
    const taken: HourName[] = [];
    let seen = 0;
    for (const { topic, hour } of allHours(projection)) {
      const { noradId, fromMs: hourMs } = hour;
      const index = seen < count ? seen : random(seen + 1);
      if (index < count) taken[index] = { noradId, topic, hourMs };
      seen++;
    }
    return new HourSample(taken);
  }

  readonly has = (hour: HourName): boolean => this.#keys.has(keyOf(hour));

  /** Those rows that belong to these hours. */
  readonly selectRows = ({ rows, topics }: Changes): PositionRows => {
    const isWanted = (_: number, i: number) =>
      this.has({
        noradId: rows.noradId[i]!,
        topic: topics[rows.topic[i]!]!,
        hourMs: hourOf(rows.timeMs[i]!).fromMs,
      });
    const wanted = Uint32Array.from(rows.timeMs.keys()).filter(isWanted);
    const select = <C extends Int32Array | Float64Array | Uint8Array>(
      column: C,
    ): C => {
      wanted.forEach((row, i) => column[i] = column[row]!);
      return column.slice(0, wanted.length) as C;
    };
    return {
      noradId: select(rows.noradId),
      topic: select(rows.topic),
      timeMs: select(rows.timeMs),
      latitudeE6: select(rows.latitudeE6),
      longitudeE6: select(rows.longitudeE6),
      altitudeE4: select(rows.altitudeE4),
      origin: select(rows.origin),
      elementSet: select(rows.elementSet),
      partition: select(rows.partition),
      offset: select(rows.offset),
      sample: select(rows.sample),
    };
  };
}
