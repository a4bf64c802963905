import assert from "node:assert/strict";
import { Announcer } from "./header.ts";

Deno.test("what is announced at once is read out together, and no topic twice", async () => {
  const region = { textContent: "" } as HTMLElement;
  const announcer = new Announcer(region);
  const said = async (...announcements: [topic: string, text: string][]) => {
    for (const [topic, text] of announcements) announcer.announce(topic, text);
    await Promise.resolve();
    return region.textContent;
  };
  assert.equal(
    await said(["connection", "Live"], ["warnings", "2 warnings"]),
    "Live. 2 warnings",
  );
  assert.equal(
    await said(["connection", "Live"], ["warnings", "1 warning"]),
    "1 warning",
  );
  // What is over before it could be said is not.
  assert.equal(
    await said(["connection", "Loading…"], ["connection", "Live"]),
    "Live",
  );
  assert.equal(await said(["warnings", ""]), "Live");
});
