import { deepEqual, equal, rejects } from "node:assert/strict";
import { givenServer } from "../testdata/given_server.ts";
import { readAnswer } from "./read_answer.ts";

/** What is shown of an answer. */
async function shownOf(response: Response) {
  using _server = givenServer(() => response);
  return await readAnswer("/", new AbortController().signal, 20);
}

Deno.test("readAnswer() sets JSON out in lines, a problem's too", async () => {
  const headers = { "content-type": "application/problem+json; charset=UTF-8" };
  const { tookMs, ...shown } = await shownOf(
    new Response('{"status":400}', { status: 400, headers }),
  );
  deepEqual(shown, {
    status: 400,
    type: "application/problem+json",
    text: '{\n  "status": 400\n}',
    isWhole: true,
  });
  equal(tookMs >= 0, true);
});

Deno.test("readAnswer() shows the beginning of what is long, and leaves the rest", async () => {
  let sent = 0;
  let isCancelled = false;
  const body = new ReadableStream({
    pull(controller) {
      sent++;
      controller.enqueue(new TextEncoder().encode("x".repeat(50_000)));
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  const headers = { "content-type": "text/csv" };
  const shown = await shownOf(new Response(body, { headers }));
  deepEqual([shown.text.length, shown.isWhole], [4_000, false]);
  equal(isCancelled, true);
  equal(sent < 10, true, `${sent} pieces`);
});

Deno.test("readAnswer() does not wait for the end of a stream", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("event: look\n"));
    },
  });
  const headers = { "content-type": "text/event-stream" };
  const shown = await shownOf(new Response(body, { headers }));
  deepEqual([shown.text, shown.isWhole], ["event: look\n", false]);
});

Deno.test("readAnswer() tells at once that a connection is cut, and waits for nothing more", async () => {
  const body = new ReadableStream({
    start: (controller) => controller.error(new TypeError("cut")),
  });
  const headers = { "content-type": "text/csv" };
  await rejects(shownOf(new Response(body, { headers })), /cut/);
});

Deno.test("readAnswer() shows nothing of what is no text", async () => {
  const headers = { "content-type": "application/octet-stream" };
  const shown = await shownOf(new Response("\0", { headers }));
  deepEqual([shown.text, shown.isWhole], ["", false]);
});
