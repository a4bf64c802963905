import { openSqlite } from "../../../sqlite.ts";

/** Holds the write lock of a file until its input ends. */
const db = openSqlite(Deno.args[0]!);
db.exec("BEGIN EXCLUSIVE");
console.log("held");
for await (const _ of Deno.stdin.readable);
db.exec("ROLLBACK");
db.close();
