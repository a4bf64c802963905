/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { PassesAnswer } from "./contract.ts";

/** What the server says where there can be no passes, as of elements too old. */
export interface NoPasses {
  problem: string;
}

/**
 * Asks for passes.
 *
 * @param path Below `/api/v1/`.
 * @throws {Error} If the server answers neither with passes nor with what is
 *   wrong with the question.
 */
export async function readPasses(
  path: string,
  signal: AbortSignal,
): Promise<PassesAnswer | NoPasses> {
  try {
    const answer = await askServer("read passes", path, signal);
    return await answer.json() as PassesAnswer;
  } catch (error) {
    const answer = error instanceof Error ? error.cause : null;
    if (
      !(answer instanceof Response) || ![400, 404, 422].includes(answer.status)
    ) throw error;
    const { detail } = await answer.json() as { detail?: string };
    if (!detail) throw error;
    return { problem: detail };
  }
}
