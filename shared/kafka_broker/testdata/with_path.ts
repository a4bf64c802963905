import { join } from "node:path";

/**
 * Runs a test where the PATH has only the given programs, each a shell
 * script.
 */
export async function withPath<T>(
  programs: Record<string, string>,
  fn: () => T | Promise<T>,
): Promise<T> {
  const before = Deno.env.get("PATH")!;
  const folder = await Deno.makeTempDir();
  for (const [name, script] of Object.entries(programs)) {
    await Deno.writeTextFile(join(folder, name), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    });
  }
  Deno.env.set("PATH", folder);
  try {
    return await fn();
  } finally {
    Deno.env.set("PATH", before);
    await Deno.remove(folder, { recursive: true });
  }
}
