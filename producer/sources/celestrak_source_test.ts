import assert from "node:assert/strict";
import {
  readSharedData,
  sharedDataTest,
} from "../../tle/testdata/shared_data.ts";
import {
  type CelestrakServer,
  startCelestrak,
  TERRA_JSON,
} from "../testdata/celestrak_server.ts";
import { CelestrakSource } from "./celestrak_source.ts";
import {
  type ElementRequest,
  elementRequest,
  type SourceAnswer,
} from "./element_source.ts";

const START_MS = Date.parse("2026-11-23T12:00:00Z");
const HOUR_MS = 3_600_000;
const signal = new AbortController().signal;

interface Given {
  readonly server: CelestrakServer;
  readonly folder: string;
  nowMs: number;
  /** A source as a process of its own would have it. */
  start(): CelestrakSource;
  read(source: CelestrakSource, word?: string): Promise<SourceAnswer>;
}

function withCelestrak(
  test: (given: Given) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const folder = await Deno.makeTempDir();
    const server = startCelestrak();
    const given: Given = {
      server,
      folder: `${folder}/celestrak`,
      nowMs: START_MS,
      start: () =>
        new CelestrakSource({
          url: server.url,
          folder: given.folder,
          nowMs: () => given.nowMs,
          timeoutMs: 500,
        }),
      read: (source, word = "25994") =>
        source.read(elementRequest(word), signal),
    };
    try {
      await test(given);
    } finally {
      await server.close();
      await Deno.remove(folder, { recursive: true });
    }
  };
}

const numbersOf = (answer: SourceAnswer) =>
  answer.elementSets.map(({ set }) => set.noradId);

Deno.test(
  "read() asks for a number, a group, a name and all, and says who asks",
  withCelestrak(async ({ server, start }) => {
    const agents: (string | null)[] = [];
    server.answer = ({ headers }) => {
      agents.push(headers.get("user-agent"));
      return new Response(TERRA_JSON);
    };
    const source = start();
    const requests: ElementRequest[] = [
      { kind: "number", noradId: 25994 },
      { kind: "word", word: "Stations" },
      { kind: "word", word: "Terra" },
      { kind: "all" },
    ];
    for (const request of requests) {
      const answer = await source.read(request, signal);
      assert.deepEqual(numbersOf(answer), [25994]);
      assert.equal(answer.elementSets[0]!.source, "celestrak");
      assert.equal(answer.elementSets[0]!.receivedMs, START_MS);
    }
    assert.deepEqual(server.asked, [
      "CATNR=25994&FORMAT=JSON",
      "GROUP=stations&FORMAT=JSON",
      "NAME=TERRA&FORMAT=JSON",
      "GROUP=active&FORMAT=JSON",
    ]);
    for (const agent of agents) assert.match(agent!, /^Groundtrack\/\d/);
  }),
);

sharedDataTest(
  "read() takes what CelesTrak answered for the stations",
  withCelestrak(async ({ server, start, read }) => {
    const path = "catalog/stations_2025-05-24_omm.json";
    server.answer = () => new Response(readSharedData(path));
    const answer = await read(start(), "stations");
    assert.equal(
      answer.elementSets.length,
      JSON.parse(readSharedData(path)).length,
    );
    assert.deepEqual(answer.problems, []);
  }),
);

Deno.test(
  "read() leaves out what was found by a part of its name only",
  withCelestrak(async ({ start, read }) => {
    assert.deepEqual(numbersOf(await read(start(), "TERR")), []);
    assert.deepEqual(numbersOf(await read(start(), "27424")), []);
  }),
);

Deno.test(
  "read() asks once in 6 hours, by whichever process",
  withCelestrak(async (given) => {
    const { server, start, read } = given;
    const first = start();
    const answer = await read(first);
    given.nowMs += 6 * HOUR_MS - 1;
    assert.equal(await read(first), answer);
    assert.deepEqual(numbersOf(await read(start())), [25994]);
    assert.equal(server.asked.length, 1);
    given.nowMs += 1;
    await read(start());
    assert.equal(server.asked.length, 2);
    given.nowMs += 10 * 60_000;
    // The first one finds out that another asked ten minutes ago.
    await read(first);
    assert.equal(server.asked.length, 2);
  }),
);

Deno.test(
  "read() asks once where two processes want the same at once",
  withCelestrak(async ({ server, start, read }) => {
    server.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return new Response(TERRA_JSON);
    };
    const answers = await Promise.all([read(start()), read(start())]);
    assert.deepEqual(answers.map(numbersOf), [[25994], [25994]]);
    assert.equal(server.asked.length, 1);
  }),
);

/** What CelesTrak may do, what is said then, and whether all asking ends. */
const FAULTS: readonly {
  readonly name: string;
  readonly answer: () => Response | Promise<Response>;
  readonly says: RegExp;
  readonly stopsAll: boolean;
}[] = [
  {
    name: "301",
    answer: () =>
      new Response(null, { status: 301, headers: { location: "/moved.php" } }),
    says: /is 301, moved to \/moved\.php\. Set CELESTRAK_URL/,
    stopsAll: true,
  },
  {
    name: "403",
    answer: () => new Response("Forbidden", { status: 403 }),
    says: /is 403 "Forbidden"\. CelesTrak refuses this address.* Wait/,
    stopsAll: true,
  },
  {
    name: "404",
    answer: () => new Response("Not Found", { status: 404 }),
    says: /is 404 "Not Found"\. There is nothing under that address/,
    stopsAll: true,
  },
  {
    name: "500",
    answer: () => new Response("", { status: 500 }),
    says: /is 500 ""\. The site has a fault\. Wait/,
    stopsAll: true,
  },
  {
    name: "a page of HTML with status 200",
    answer: () => new Response("<!DOCTYPE html><html>Welcome</html>"),
    says: /must answer with JSON: current value is a page, .*Welcome/,
    stopsAll: true,
  },
  {
    name: "No GP data found",
    answer: () => new Response("No GP data found"),
    says: /no such object\. Look at the name or number/,
    stopsAll: false,
  },
  {
    name: "No GP data found with status 404",
    answer: () => new Response("No GP data found", { status: 404 }),
    says: /no such object/,
    stopsAll: false,
  },
  {
    name: "data that was given already",
    answer: () =>
      new Response(
        "GP data has not updated since your last successful\ndownload of " +
          "GROUP=active at 2026-11-23 08:11:36 UTC.\nData is updated once " +
          "every 2 hours.",
        { status: 403 },
      ),
    says: /has given this already, .* goes on serving/,
    stopsAll: false,
  },
  {
    name: "a body that ends early",
    answer: () => new Response(TERRA_JSON.slice(0, 200)),
    says: /Cannot read CelesTrak's answer: .*It may have been cut off/,
    stopsAll: false,
  },
  {
    name: "a body that is shorter than was said",
    answer: () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(TERRA_JSON.slice(0, 90)));
          controller.error(new Error("cut off"));
        },
      });
      return new Response(body);
    },
    says: /current value is no answer, .*Look at the network/,
    stopsAll: true,
  },
  {
    name: "a connection that hangs",
    answer: () =>
      new Promise((resolve) =>
        setTimeout(() => resolve(new Response("")), 800)
      ),
    says: /is no answer, none within 0\.5 s\. Look at the network/,
    stopsAll: true,
  },
];

for (const { name, answer, says, stopsAll } of FAULTS) {
  Deno.test(
    `read() says what to do at ${name}, asks no more, and serves what it had`,
    withCelestrak(async (given) => {
      const { server, folder, start, read } = given;
      await read(start());
      given.nowMs += 7 * HOUR_MS;
      server.answer = answer;
      for (const source of [start(), start()]) {
        const { elementSets, problems } = await read(source);
        assert.deepEqual(elementSets.map((e) => e.receivedMs), [START_MS]);
        assert.equal(problems.length, 1);
        assert.match(problems[0]!, says);
        assert.ok(
          problems[0]!.includes(
            "Asking again after 2026-11-24T01:00:00.000Z; for that to be " +
              `sooner, delete ${folder}/${
                stopsAll ? "stopped" : "CATNR-25994"
              }.json`,
          ),
        );
      }
      assert.equal(server.asked.length, 2);
      await read(start(), "27424");
      assert.equal(server.asked.length, stopsAll ? 2 : 3);

      given.nowMs += 6 * HOUR_MS;
      server.answer = () => new Response(TERRA_JSON);
      const [mended] = (await read(start())).elementSets;
      assert.equal(mended!.receivedMs, given.nowMs);
      assert.deepEqual((await read(start())).problems, []);
    }),
  );
}

Deno.test(
  "read() does not ask again after a process that ended while it asked",
  withCelestrak(async ({ server, start }) => {
    const abort = new AbortController();
    server.answer = () => {
      abort.abort();
      return new Response(TERRA_JSON);
    };
    await start().read(elementRequest("25994"), abort.signal);
    const { elementSets, problems } = await start().read(
      elementRequest("25994"),
      signal,
    );
    assert.deepEqual(elementSets, []);
    assert.match(problems[0]!, /its answer was not waited for/);
    assert.equal(server.asked.length, 1);
  }),
);

for (const text of ["", "{", "null", "{}"]) {
  Deno.test(
    `read() waits 6 hours from when a file of its cache was spoilt: ${text}`,
    withCelestrak(async (given) => {
      const { server, folder, start, read } = given;
      await read(start());
      await Deno.writeTextFile(`${folder}/CATNR-25994.json`, text);
      given.nowMs = Date.now();
      const { problems } = await read(start());
      assert.match(problems[0]!, /CATNR-25994\.json cannot be read/);
      assert.equal(server.asked.length, 1);
      given.nowMs += 6 * HOUR_MS;
      assert.deepEqual(numbersOf(await read(start())), [25994]);
    }),
  );
}

Deno.test(
  "read() asks nothing where it cannot remember that it did",
  withCelestrak(async ({ server, folder, start, read }) => {
    await Deno.writeTextFile(folder, "a file where the folder goes");
    const { problems } = await read(start());
    assert.match(problems[0]!, /must be a folder that can be written/);
    assert.equal(server.asked.length, 0);
  }),
);

Deno.test(
  "read() asks four times a day at most, whatever the site does",
  withCelestrak(async (given) => {
    const { server, start, read } = given;
    let source = start();
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      given.nowMs = START_MS + minute * 60_000;
      const fault = FAULTS[(minute / 5) % 4]!;
      server.answer = fault.answer;
      // Now and then it is started again.
      if (minute % 35 === 0) source = start();
      await read(source);
    }
    assert.equal(server.asked.length, 4);
  }),
);
