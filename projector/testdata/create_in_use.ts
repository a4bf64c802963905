import { createBeside } from "../writing/open_for_writing.ts";
import { putInUse } from "../put_in_use.ts";

/** Makes an empty projection and puts it in use; returns where it is. */
export async function createInUse(
  link: string,
  nowMs: number,
): Promise<string> {
  const path = createBeside(link, nowMs);
  await putInUse(link, path);
  return path;
}
