import { openSqliteEventLog } from "../sqlite_event_log.ts";

/** Tidies a log up, years after it was written, until all is done or killed. */
const [path, first] = Deno.args;
const log = await openSqliteEventLog(path!, { nowMs: () => 4e12 });
console.log("open");
if (first === "wait") { for await (const _ of Deno.stdin.readable); }
while (await log.tidy());
await log.close();
console.log("tidy");
