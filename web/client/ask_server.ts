/// <reference lib="dom" />

/**
 * Asks the API.
 *
 * @param what What is wanted, as `read positions`.
 * @param path Below `/api/v1/`.
 * @throws {Error} If the server does not answer with that; its `cause` is what
 *   it answered.
 */
export async function askServer(
  what: string,
  path: string,
  signal: AbortSignal | null = null,
): Promise<Response> {
  const answer = await fetch(`/api/v1/${path}`, { signal });
  if (answer.ok) return answer;
  throw new Error(
    `Cannot ${what} as the server must answer 200: current status is ${answer.status}`,
    { cause: answer },
  );
}

/** Whether the server would answer the same to the same question again. */
export function isRefused({ status }: Response): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
