const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const LOOK_FOR_PARENT_MS = 500;

/**
 * Runs a service until it ends or is asked to: SIGINT or SIGTERM abort the
 * signal, and the service then finishes what it has in hand. An error ends
 * the process with status 1 and its message.
 *
 * With the argument `--stop-with-parent` it also stops when its parent is
 * gone: where one service of a group fails, the task runner ends at once and
 * tells the others nothing.
 *
 * Signals after the first change nothing: Ctrl-C on a group of tasks reaches
 * a service twice, from the terminal and from the task runner.
 */
export async function runService(
  service: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of SIGNALS) Deno.addSignalListener(signal, onSignal);
  const parent = Deno.ppid;
  const watch = setInterval(() => {
    const orphaned = Deno.ppid !== parent;
    if (orphaned && Deno.args.includes("--stop-with-parent")) stop.abort();
  }, LOOK_FOR_PARENT_MS);
  try {
    await service(stop.signal);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof Deno.errors.NotCapable) {
      console.error("Services may write to data/ only: see the README");
    }
    Deno.exit(1);
  } finally {
    clearInterval(watch);
    for (const signal of SIGNALS) Deno.removeSignalListener(signal, onSignal);
  }
}
