import { fileURLToPath } from "node:url";
import type { Need } from "../shared/testdata/test_needing.ts";

const DATA = fileURLToPath(new URL("../data/", import.meta.url));

/** What a test with a program in Python needs of the machine. */
export const PYTHON: Need = {
  what: "python3 with venv and pip",
  isThere: hasPython(),
};

/**
 * Gives the Python that has the packages of a `requirements.txt`. They are
 * fetched once, and kept in `data/` until the file says something else.
 *
 * @throws {Error} If they cannot be fetched, with what pip says.
 */
export async function pythonWithPackages(requirements: URL): Promise<string> {
  const path = fileURLToPath(requirements);
  const digest = await crypto.subtle.digest(
    "SHA-256",
    await Deno.readFile(path),
  );
  const folder = `${DATA}python-${new Uint8Array(digest).toHex().slice(0, 12)}`;
  const python = `${folder}/bin/python`;
  // Made last: a folder without it was left half done.
  const done = `${folder}/done`;
  if (await exists(done)) return python;
  await run("python3", "-m", "venv", "--clear", folder);
  await run(
    ...[python, "-m", "pip", "install", "--quiet"],
    ...["--disable-pip-version-check", "--requirement", path],
  );
  await Deno.writeTextFile(done, "");
  return python;
}

async function run(command: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { args })
    .output();
  if (!success) {
    const said = new TextDecoder().decode(stderr).trim();
    throw new Error(`Cannot run ${command} ${args.join(" ")}: ${said}`);
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

function hasPython(): boolean {
  try {
    return new Deno.Command("python3", {
      args: ["-c", "import ensurepip, venv"],
      stdout: "null",
      stderr: "null",
    }).outputSync().success;
  } catch {
    return false;
  }
}
