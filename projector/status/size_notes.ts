import { growthBytesPerDay, type SizeNote } from "./storage_growth.ts";

/** So seldom that a day of notes is compared, each with each, within ms. */
const NOTE_EACH_MS = 180_000;
const KEPT_MS = 86_400_000;

/** Sizes of the last day, from which is told how fast something grows. */
export class SizeNotes {
  #notes: readonly SizeNote[] = [];
  #growthBytesPerDay: number | null = null;

  /** Null until enough has been noted. */
  get growthBytesPerDay(): number | null {
    return this.#growthBytesPerDay;
  }

  /** May be told as often as one likes: a note is taken every few minutes. */
  note({ atMs, bytes }: SizeNote): void {
    const newest = this.#notes.at(-1);
    if (newest !== undefined) {
      const sinceMs = atMs - newest.atMs;
      if (sinceMs >= 0 && sinceMs < NOTE_EACH_MS) return;
    }
    this.#notes = [
      // Where the clock was set back, those after now are of no use.
      ...this.#notes.filter((note) =>
        note.atMs < atMs && atMs - note.atMs <= KEPT_MS
      ),
      { atMs, bytes },
    ];
    this.#growthBytesPerDay = growthBytesPerDay(this.#notes);
  }
}
