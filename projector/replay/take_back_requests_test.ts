import assert from "node:assert/strict";
import { type Control, withControl } from "../requests/control.ts";
import { USE_PROJECTION } from "../current_projection.ts";
import { TempFolder } from "../testdata/temp_folder.ts";
import { takeBackRequests } from "./take_back_requests.ts";

const REQUEST = { kind: USE_PROJECTION, payload: "projection-0123abcd.db" };

Deno.test("takeBackRequests() leaves nothing to do of what a replay had asked for, and the rest as it is", async () => {
  await using folder = await TempFolder.make();
  const mailbox = <T>(action: (control: Control) => T) =>
    withControl(folder.control, 1000, action);
  await takeBackRequests(folder.control);
  mailbox((control) => control.leave(REQUEST, Date.now()));
  const other = { kind: "retry dead letters", payload: "" };
  mailbox((control) => control.leave(other, Date.now()));
  await takeBackRequests(folder.control);
  const left = mailbox((control) => control.take(Date.now()));
  assert.equal(left?.kind, other.kind);
});

Deno.test("takeBackRequests() waits for what the projector is carrying out", async () => {
  await using folder = await TempFolder.make();
  const mailbox = <T>(action: (control: Control) => T) =>
    withControl(folder.control, 1000, action);
  const id = mailbox((control) => control.leave(REQUEST, Date.now()));
  mailbox((control) => control.take(Date.now()));
  let isAnswered = false;
  setTimeout(() => {
    isAnswered = true;
    const answer = { done: true, message: "it is in use" };
    mailbox((control) => control.answer(id, answer, Date.now()));
  }, 250);
  await takeBackRequests(folder.control);
  assert.ok(isAnswered);
});

Deno.test("takeBackRequests() takes back what a projector had taken that is gone", async () => {
  await using folder = await TempFolder.make();
  const mailbox = <T>(action: (control: Control) => T) =>
    withControl(folder.control, 1000, action);
  mailbox((control) => control.leave(REQUEST, Date.now()));
  mailbox((control) => control.take(Date.now()));
  await takeBackRequests(folder.control, { answerWithinMs: 150 });
  assert.equal(mailbox((control) => control.take(Date.now())), null);
});
