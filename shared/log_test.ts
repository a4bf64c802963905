import assert from "node:assert/strict";

Deno.test("createLog() writes messages as they are, and none below its level", async () => {
  const code = `
    import { createLog } from "${new URL("./log.ts", import.meta.url)}";
    const log = await createLog("test", "info");
    log.info("a {brace} %s");
    log.debug("not this");
    log.warning("careful");`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", code],
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(new Uint8Array([...stdout, ...stderr]));
  assert.match(
    text,
    /^\d\d:\d\d:\d\d a \{brace\} %s\n\d\d:\d\d:\d\d WARNING careful\n$/,
  );
});
