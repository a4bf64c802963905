/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { ExpectedError, ExpectedErrors } from "./describe_elements.ts";

/**
 * Returns how far off each satellite is to be expected now.
 *
 * @throws {Error} If the server does not answer with satellites.
 */
export async function readExpectedErrors(
  noradIds: readonly number[],
  signal: AbortSignal,
): Promise<ExpectedErrors> {
  const path = expectedErrorsPath(noradIds);
  const answer = await askServer("read expected errors", path, signal);
  const { satellites } = await answer.json() as {
    satellites: { norad_id: number; expected_error: ExpectedError | null }[];
  };
  return new Map(
    satellites.map((one) => [one.norad_id, one.expected_error]),
  );
}

/** Returns the path of what satellites are expected to be off, below `/api/v1/`. */
export function expectedErrorsPath(noradIds: readonly number[]): string {
  return `satellites?satellites=${noradIds.join(",")}&include=expected_error`;
}
