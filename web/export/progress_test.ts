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
  progress.tell(0.5, 1_234_567);
  progress.tell(0.51, 1_300_000);
  progress.end();
  assert.deepEqual(said, [
    `\r\x1b[K[${"#".repeat(15)}${".".repeat(15)}] 50 %, 1,234,567 positions`,
    "\r\x1b[K",
  ]);
});

Deno.test("progress elsewhere is a line now and then, of long work only", () => {
  const { said, clock, progress } = givenProgress({ isTerminal: false });
  for (clock.nowMs = 0; clock.nowMs <= 25_000; clock.nowMs += 1_000) {
    progress.tell(clock.nowMs / 30_000, clock.nowMs);
  }
  progress.end();
  assert.deepEqual(said, [
    " 33 %, 10,000 positions\n",
    " 66 %, 20,000 positions\n",
  ]);
});
