/** Answers with data as JSON, made at once. */
export function jsonResponse(data: unknown): Response {
  const body = new TextEncoder().encode(JSON.stringify(data));
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
  };
  return new Response(body, { headers });
}
