const FIRST = 20_000;
const END = 32_000;

/**
 * Returns a port of 127.0.0.1 on which nobody listens. It is below those
 * that systems give to outgoing connections, so that none of them takes it
 * before it is used.
 */
export function freePort(): number {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (END - FIRST));
    if (isFree(port)) return port;
  }
}

/** Tells whether nobody listens on a port of 127.0.0.1. */
export function isFree(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return false;
    throw error;
  }
}
