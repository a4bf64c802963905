/**
 * The one time that is pointed at, in all charts of all columns; null while
 * there is none.
 */
export class Crosshair {
  #timeMs: number | null = null;
  #isHeld = false;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get timeMs(): number | null {
    return this.#timeMs;
  }

  point(timeMs: number): void {
    if (!this.#isHeld) this.#set(timeMs);
  }

  leave(): void {
    if (!this.#isHeld) this.#set(null);
  }

  /** Stays at a time, wherever the pointer goes, as long as that is looked into. */
  hold(timeMs: number): void {
    this.#isHeld = true;
    this.#set(timeMs);
  }

  release(): void {
    this.#isHeld = false;
    this.leave();
  }

  #set(timeMs: number | null): void {
    if (timeMs === this.#timeMs) return;
    this.#timeMs = timeMs;
    this.#onChange();
  }
}
