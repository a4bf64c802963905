import { deepEqual, equal } from "node:assert/strict";
import { ReadingQueue } from "./reading_queue.ts";

const soon = { firstWaitMs: 1 };

Deno.test("ReadingQueue reads one thing after another, however long each takes", async () => {
  const queue = new ReadingQueue(soon);
  const told: string[] = [];
  const slow = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  queue.add(async () => {
    await slow.promise;
    told.push("whole");
  });
  queue.add(() => {
    told.push("filled in");
    done.resolve();
    return Promise.resolve();
  });
  await Promise.resolve();
  slow.resolve();
  await done.promise;
  deepEqual(told, ["whole", "filled in"]);
});

Deno.test("ReadingQueue tries again what failed, and not what was refused", async () => {
  const queue = new ReadingQueue(soon);
  const asked: string[] = [];
  const fails = (what: string, error: Error) => () => {
    asked.push(what);
    return asked.filter((one) => one === what).length < 3
      ? Promise.reject(error)
      : Promise.resolve();
  };
  const answered = (status: number) =>
    new Error("no", { cause: new Response(null, { status }) });
  queue.add(fails("cut off", new TypeError("no connection")));
  queue.add(fails("unknown", answered(404)));
  queue.add(fails("starting", answered(503)));
  const done = Promise.withResolvers<void>();
  queue.add(() => Promise.resolve(done.resolve()));
  await done.promise;
  deepEqual(asked, [
    ...["cut off", "cut off", "cut off", "unknown"],
    ...["starting", "starting", "starting"],
  ]);
});

Deno.test("ReadingQueue asks no more once it is closed", async () => {
  const queue = new ReadingQueue(soon);
  let asked = 0;
  const first = Promise.withResolvers<void>();
  queue.add(() => {
    asked++;
    first.resolve();
    return Promise.reject(new TypeError("no connection"));
  });
  await first.promise;
  queue.close();
  await new Promise((resolve) => setTimeout(resolve, 10));
  equal(asked, 1);
});
