import assert from "node:assert/strict";
import {
  ARTICLE_MESSAGE,
  NOW_MS,
  requireAllAccountedFor,
} from "../testdata/given_projection.ts";
import {
  startDeadLetters,
  startProjector,
} from "../testdata/projector_process.ts";
import {
  append,
  numbered,
  stop,
  waitUntilRead,
} from "../testdata/projector_steps.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

Deno.test("garbage becomes a dead letter and stops nobody; the commands list it, show it and have it applied again", async () => {
  await using folder = await TempFolder.make();
  await append(folder, "a_topic", ["garbage", ...numbered(0, 2)]);
  await using projector = startProjector(folder);
  await waitUntilRead(folder, 3);
  assert.match(
    projector.said,
    /WARNING a_topic\/0 has a record that cannot be applied, at offset 0\. .*Cannot decode event as /,
  );

  await using list = startDeadLetters(folder);
  assert.equal(await list.ended(), 0, list.said);
  assert.match(list.said, /^LOG POSITION .*\na_topic\/0\/0 .* garbage\n$/);

  await using retry = startDeadLetters(folder, "retry");
  assert.equal(await retry.ended(), 0, retry.said);
  assert.equal(
    retry.said,
    "Applied 0 of 1 dead letters; 1 still cannot be applied\n",
  );
  await append(folder, "a_topic", numbered(2, 1));
  await waitUntilRead(folder, 4);
  await stop(projector);
  folder.readProjection(requireAllAccountedFor);

  await using show = startDeadLetters(folder, "show", "a_topic/0/0");
  assert.equal(await show.ended(), 0, show.said);
  const time = new Date(NOW_MS).toISOString();
  assert.match(
    show.said,
    new RegExp(
      `^LOG POSITION  a_topic/0/0\nTIME          ${time}\n` +
        "KEY           null\nREASON        Cannot decode event as .*\n" +
        "VALUE         7 bytes, UTF-8\n\ngarbage\n$",
    ),
  );

  await using none = startDeadLetters(folder, "show", "a_topic/0/1");
  assert.equal(await none.ended(), 1);
  assert.equal(
    none.said,
    "Cannot show a_topic/0/1 as it must be a dead letter: there is none at " +
      "this log position. `deno task dead-letters` lists them\n",
  );

  await using malformed = startDeadLetters(folder, "show", "a_topic/0");
  assert.equal(await malformed.ended(), 1);
  assert.equal(
    malformed.said,
    "Cannot show a dead letter as its log position must be " +
      "TOPIC/PARTITION/OFFSET, such as terra_topic/0/42: " +
      'current value is "a_topic/0"\n',
  );

  await using wrong = startDeadLetters(folder, "drop");
  assert.equal(await wrong.ended(), 1);
  assert.match(wrong.said, /^Cannot tell what to do as the arguments must be /);
});

Deno.test("the article's messages on an unknown topic are applied once a setting tells their satellite", async () => {
  await using folder = await TempFolder.make();
  const recordings = () =>
    folder.readProjection((db) =>
      db.prepare(`
        SELECT topics.name AS topic, norad_id AS noradId, samples
        FROM recordings JOIN topics ON ref = topic_ref ORDER BY topic`).all()
    );
  const test = { topic: "test_topic", noradId: 25994, samples: 1 };
  const nosuch = { topic: "nosuch_topic", noradId: 25544, samples: 1 };
  await append(folder, "nosuch_topic", [ARTICLE_MESSAGE]);
  await append(folder, "test_topic", [ARTICLE_MESSAGE]);
  await using unset = startProjector(folder);
  await waitUntilRead(folder, 2);
  await stop(unset);
  assert.match(
    unset.said,
    /as in TOPIC_SATELLITES=nosuch_topic:<catalogue number>, restart/,
  );
  assert.deepEqual(recordings(), [test]);

  const TOPIC_SATELLITES = "nosuch_topic:25544";
  await using set = startProjector(folder, { TOPIC_SATELLITES });
  await waitUntil("it starts", () => set.said.includes("Projecting"));
  await using retry = startDeadLetters(folder, "retry");
  assert.equal(await retry.ended(), 0, retry.said);
  assert.equal(retry.said, "Applied 1 of 1 dead letters\n");
  assert.deepEqual(recordings(), [nosuch, test]);
  await stop(set);
  folder.readProjection(requireAllAccountedFor);
});

Deno.test("a dead letter comes again with a projection that is made anew, unless it is understood by then", async () => {
  await using folder = await TempFolder.make();
  await append(folder, "nosuch_topic", [ARTICLE_MESSAGE]);
  const makeAnew = async (settings: Record<string, string>) => {
    await folder.removeProjection();
    await using projector = startProjector(folder, settings);
    await waitUntilRead(folder, 1);
    await stop(projector);
    folder.readProjection(requireAllAccountedFor);
    await using list = startDeadLetters(folder);
    assert.equal(await list.ended(), 0, list.said);
    return list.said;
  };
  const before = await makeAnew({});
  assert.match(before, /\nnosuch_topic\/0\/0 /);
  assert.equal(await makeAnew({}), before);
  assert.deepEqual(folder.checksums(), []);
  assert.equal(
    await makeAnew({ TOPIC_SATELLITES: "nosuch_topic:25544" }),
    "There are no dead letters\n",
  );
  assert.equal(folder.checksums().length, 1);
});
