import { parseEnv } from "node:util";

/**
 * The variables that settings are read from: those of the process, and of a
 * file, `.env` in the working directory, those that the process does not have.
 */
export function environmentVariable(
  path = ".env",
): (name: string) => string | undefined {
  const file = parseEnv(readIfThere(path));
  return (name) => Deno.env.get(name) || file[name];
}

function readIfThere(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
