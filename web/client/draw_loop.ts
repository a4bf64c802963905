/// <reference lib="dom" />

/**
 * Draws at most once a frame, and not at all in a hidden tab; one that becomes
 * visible again is drawn once.
 */
export class DrawLoop {
  #requested = false;
  readonly #draw: () => void;

  constructor(draw: () => void) {
    this.#draw = draw;
    document.addEventListener("visibilitychange", () => this.request());
  }

  request(): void {
    if (this.#requested || document.hidden) return;
    this.#requested = true;
    requestAnimationFrame(() => {
      this.#requested = false;
      if (!document.hidden) this.#draw();
    });
  }
}
