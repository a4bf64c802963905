import assert from "node:assert/strict";
import type { LookJson } from "./look_json.ts";
import { sendLooks } from "./send_looks.ts";

const iso = (timeMs: number) => new Date(timeMs).toISOString();

/** Looks sent by a clock that goes on as it is slept, or as a test says. */
async function looksSent(
  startMs: number,
  { wakeAfter = (ms: number) => ms, takingMs = 0, sends = 3 } = {},
) {
  let nowMs = startMs;
  const sent: { text: string; atMs: number }[] = [];
  const client = {
    get isClosed() {
      return sent.length === sends;
    },
    send: (bytes: Uint8Array) =>
      sent.push({ text: new TextDecoder().decode(bytes), atMs: nowMs }),
    sleep: (ms: number) => {
      assert.ok(ms > 0 && ms <= 1000, `${ms}`);
      nowMs += wakeAfter(ms);
      return Promise.resolve();
    },
  };
  const lookAt = (timeMs: number) => {
    nowMs += takingMs;
    return Promise.resolve({ time: iso(timeMs) } as LookJson);
  };
  await sendLooks(client, lookAt, () => nowMs);
  return sent;
}

const idsOf = (sent: readonly { text: string }[]) =>
  sent.map(({ text }) => Date.parse(/^id: (.*)$/m.exec(text)![1]!));

Deno.test("sendLooks() sends a look at each whole second, of that very second", async () => {
  const sent = await looksSent(1_250);
  assert.deepEqual(
    sent,
    [2_000, 3_000, 4_000].map((atMs) => ({
      atMs,
      text: `event: look\nid: ${iso(atMs)}\ndata: {"time":"${iso(atMs)}"}\n\n`,
    })),
  );
});

Deno.test("sendLooks() waits for the next second where it begins on one", async () => {
  assert.deepEqual(idsOf(await looksSent(2_000)), [3_000, 4_000, 5_000]);
});

Deno.test("sendLooks() sends no second twice where it wakes up early", async () => {
  const sent = await looksSent(0, { wakeAfter: (ms) => Math.ceil(ms / 2) });
  assert.deepEqual(sent.map(({ atMs }) => atMs), [1_000, 2_000, 3_000]);
});

Deno.test("sendLooks() leaves out the seconds that it was too late for", async () => {
  const sent = await looksSent(0, { wakeAfter: (ms) => ms + 2_300 });
  assert.deepEqual(idsOf(sent), [3_000, 6_000, 9_000]);
  const slow = await looksSent(0, { takingMs: 1_500 });
  assert.deepEqual(idsOf(slow), [1_000, 2_000, 4_000]);
});

Deno.test("sendLooks() goes on by a clock that is set back", async () => {
  let isSetBack = false;
  const sent = await looksSent(3_600_000, {
    wakeAfter: (ms) => {
      if (isSetBack) return ms;
      isSetBack = true;
      return -3_000_000;
    },
  });
  assert.deepEqual(idsOf(sent), [600_000, 601_000, 602_000]);
});
