import assert from "node:assert/strict";
import { Progress } from "./progress.ts";

function givenProgress({ isTerminal }: { isTerminal: boolean }) {
  const said: string[] = [];
  const clock = { nowMs: 0 };
  const output = {
    isTerminal: () => isTerminal,
    writeSync(bytes: Uint8Array) {
      said.push(new TextDecoder().decode(bytes));
      return bytes.length;
    },
  };
  const progress = new Progress(output, () => clock.nowMs);
  return { said, clock, progress };
}

Deno.test("progress on a terminal is a bar that is written over, and goes", () => {
  const { said, clock, progress } = givenProgress({ isTerminal: true });
  clock.nowMs = 100;
  progress.tell(0.5, "5 of 10 MB");
  progress.tell(0.51, "5.1 of 10 MB");
  progress.end();
  assert.deepEqual(said, [
    `\r\x1b[K[${"#".repeat(15)}${".".repeat(15)}] 50 %, 5 of 10 MB`,
    "\r\x1b[K",
  ]);
});

Deno.test("progress elsewhere is a line now and then, of long work only", () => {
  const { said, clock, progress } = givenProgress({ isTerminal: false });
  for (clock.nowMs = 0; clock.nowMs <= 25_000; clock.nowMs += 1_000) {
    progress.tell(clock.nowMs / 30_000, `${clock.nowMs} ms`);
  }
  progress.end();
  assert.deepEqual(said, [
    " 33 %, 10000 ms\n",
    " 66 %, 20000 ms\n",
  ]);
});
