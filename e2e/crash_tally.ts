import type { PartName } from "./crash_parts.ts";

/** How many kills there were, of what, and how many came amid work. */
export class CrashTally {
  readonly #counts = new Map<PartName, { kills: number; amidWork: number }>();

  get kills(): number {
    return [...this.#counts.values()].reduce(
      (sum, { kills }) => sum + kills,
      0,
    );
  }

  note(name: PartName, amidWork: boolean): void {
    const count = this.#counts.get(name) ?? { kills: 0, amidWork: 0 };
    count.kills += 1;
    count.amidWork += amidWork ? 1 : 0;
    this.#counts.set(name, count);
  }

  toString(): string {
    const counts = [...this.#counts].sort(([a], [b]) => a < b ? -1 : 1)
      .map(([name, { kills, amidWork }]) =>
        `${name} ${kills} (${amidWork} amid work)`
      );
    return `${this.kills} kills: ${counts.join(", ")}`;
  }
}
