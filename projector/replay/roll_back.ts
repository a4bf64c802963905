import {
  otherLink,
  readProjectionLink,
} from "../../shared/projection/projection_link.ts";
import { requireProjection } from "../writing/open_for_writing.ts";
import { switchTo } from "./switch_to.ts";

/**
 * Goes back to the projection that was in use before; the one in use becomes
 * the former one. What it lacks, the projector applies from the log.
 *
 * @returns What was done, for people.
 * @throws {Error} If there is none, or none that this program can use.
 */
export async function rollBack(link: string): Promise<string> {
  const former = otherLink(link, "former");
  const path = readProjectionLink(former);
  if (path === null || path === readProjectionLink(link)) {
    throw new Error(
      `Cannot go back as ${former} must name another projection than the one ` +
        `in use: current value is ${path ?? "missing"}`,
    );
  }
  requireProjection(path);
  return await switchTo(link, path);
}
