/** Longest that one request works before it lets others run, in ms. */
const TURN_MS = 4;

/** Is to be awaited now and then in long work; undefined while there is time. */
type Breather = () => Promise<void> | undefined;

/** Makes a function that lets others run when the work has had its turn. */
export function createBreather(): Breather {
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN_MS) return;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}

/**
 * Resolves when others have run, or after a while. It takes a timer: after
 * `setImmediate` timers have run, but no requests.
 */
export function nextTurn(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
