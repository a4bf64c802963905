import { deepEqual, equal, rejects } from "node:assert/strict";
import { Asker } from "./asker.ts";

/** An asker, and what became of its questions. */
function given() {
  const clock = { minutes: 0 };
  const log: string[] = [];
  const answers = new Map<string, () => Promise<string>>();
  const asker = new Asker<string, string>({
    ask: (question) => {
      log.push(`ask ${question}`);
      return (answers.get(question) ?? (() => Promise.resolve(question)))();
    },
    onOther: () => log.push("other"),
    onAnswer: (answer) => {
      log.push(`answer ${answer}`);
      return answer !== "";
    },
    onFailed: () => log.push("failed"),
  }, () => clock.minutes * 60_000);
  return { asker, answers, log, clock };
}

Deno.test("Asker asks the same again only once the answer is ten minutes old", async () => {
  const { asker, log, clock } = given();
  for (clock.minutes of [0, 1, 9.9, 10]) {
    await asker.askIfDue("a");
  }
  deepEqual(log, ["other", "ask a", "answer a", "ask a", "answer a"]);
});

Deno.test("Asker asks again in a minute what failed, or was nothing", async () => {
  for (const becomes of [() => Promise.reject(1), () => Promise.resolve("")]) {
    const { asker, answers, log, clock } = given();
    answers.set("a", becomes);
    for (clock.minutes of [0, 0.9, 1]) {
      await asker.askIfDue("a");
    }
    equal(log.filter((entry) => entry === "ask a").length, 2);
  }
});

Deno.test("Asker takes a fault in showing an answer for no failed request", async () => {
  const log: string[] = [];
  const fault = new TypeError("x is not a function");
  const asker = new Asker<string, string>({
    ask: (question) => Promise.resolve(question),
    onOther: () => {},
    onAnswer: () => {
      throw fault;
    },
    onFailed: () => log.push("failed"),
  });
  await rejects(asker.askIfDue("a"), fault);
  deepEqual(log, []);
});

Deno.test("Asker leaves the answer to a question that is no longer asked", async () => {
  const { asker, answers, log, clock } = given();
  const late = Promise.withResolvers<string>();
  const failing = Promise.withResolvers<string>();
  answers.set("a", () => late.promise);
  answers.set("b", () => failing.promise);
  const asked = [asker.askIfDue("a"), asker.askIfDue("b")];
  const last = asker.askIfDue("c");
  late.resolve("a");
  failing.reject(new Error("cut"));
  await Promise.all([...asked, last]);
  clock.minutes = 2;
  await asker.askIfDue("c");
  deepEqual(log, [
    ...["other", "ask a", "other", "ask b", "other", "ask c"],
    "answer c",
  ]);
});
