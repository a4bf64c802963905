import { testNeeding } from "./test_needing.ts";

/** Registers a test that mounts a small disk, which only root may. */
export function smallDiskTest(name: string, fn: () => Promise<void>): void {
  const need = { what: "right to mount a small disk", isThere: mayMount() };
  testNeeding(need, { name, fn });
}

/** Mounts an empty disk of some size on a folder, until it is disposed of. */
export function mountSmallDisk(
  path: string,
  { sizeKiB }: { readonly sizeKiB: number },
): Disposable {
  run("mount", "-t", "tmpfs", "-o", `size=${sizeKiB}k`, "tmpfs", path);
  return {
    // Lazily: a process that is just ending may still have a file open.
    [Symbol.dispose]: () => run("umount", "--lazy", path),
  };
}

/** Lets nobody write to a mounted disk any more. */
export function makeReadOnly(path: string): void {
  run("mount", "-o", "remount,ro", path);
}

function mayMount(): boolean {
  const path = Deno.makeTempDirSync({ prefix: "groundtrack-disk-" });
  try {
    mountSmallDisk(path, { sizeKiB: 64 })[Symbol.dispose]();
    return true;
  } catch {
    return false;
  } finally {
    Deno.removeSync(path);
  }
}

function run(command: string, ...args: string[]): void {
  const { success, stderr } = new Deno.Command(command, { args }).outputSync();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
