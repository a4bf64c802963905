import assert from "node:assert/strict";
import { LateNotes } from "./late_notes.ts";

Deno.test("LateNotes keeps one range a satellite, which holds all of its", () => {
  const notes = new LateNotes();
  notes.add({ noradId: 1, fromMs: 10, toMs: 20 });
  notes.add({ noradId: 2, fromMs: 5, toMs: 6 });
  notes.add({ noradId: 1, fromMs: 30, toMs: 40 });
  notes.add({ noradId: 1, fromMs: 15, toMs: 16 });
  assert.deepEqual(notes.takeBefore(100), [
    { noradId: 1, fromMs: 10, toMs: 40 },
    { noradId: 2, fromMs: 5, toMs: 6 },
  ]);
});

Deno.test("LateNotes gives what lies before an instant, and forgets the rest", () => {
  const notes = new LateNotes();
  notes.add({ noradId: 1, fromMs: 10, toMs: 40 });
  notes.add({ noradId: 2, fromMs: 20, toMs: 30 });
  assert.deepEqual(notes.takeBefore(20), [
    { noradId: 1, fromMs: 10, toMs: 20 },
  ]);
  assert.deepEqual(notes.takeBefore(100), []);
});
