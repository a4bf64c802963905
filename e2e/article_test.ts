import assert from "node:assert/strict";
import {
  KAFKA,
  startTestBroker,
} from "../shared/kafka_broker/testdata/test_broker.ts";
import { testNeeding } from "../shared/testdata/test_needing.ts";
import { findBundled } from "../tle/bundled_elements.ts";
import { ecefFromGeodetic } from "../tle/geodetic.ts";
import { createOrbit, type Orbit } from "../tle/orbit.ts";
import { formatTle } from "../tle/formats/format_tle.ts";
import { parseTleFile } from "../tle/formats/parse_tle.ts";
import { PYTHON, pythonWithPackages } from "./python_packages.ts";
import {
  makePlace,
  type Place,
  removePlace,
  type Service,
  startCommand,
  startTask,
  stop,
  waitFor,
} from "./services.ts";

const [TERRA, AQUA, ISS] = [25994, 27424, 25544];
const DAY_MS = 86_400_000;

/**
 * pyorbital agrees with us within 2.2 m (it takes the Earth to be 2 m larger
 * for the altitude than for the orbit), and whole milliseconds are off by up
 * to half of one, which is 4 m.
 */
const MOST_APART_KM = 0.01;

/** A message is computed first and gets its time when it is sent. */
const MOST_DELAY_MS = 1000;

/** A connection left open would keep a service until the broker ends it. */
const MOST_STOPPING_MS = 20_000;

testNeeding(
  {
    what: `${PYTHON.what}, or no ${KAFKA.what}`,
    isThere: PYTHON.isThere && KAFKA.isThere,
  },
  {
    name: "the article's own producer works as it is",
    fn: async () => {
      const python = await pythonWithPackages(
        new URL("article_producer/requirements.txt", import.meta.url),
      );
      await using broker = await startTestBroker();
      const place = await makePlace({
        EVENT_LOG: `kafka://${broker.bootstrap}`,
      });
      const running: Service[] = [];
      const start = (service: Service) => {
        running.push(service);
        return service;
      };
      const produce = async (satellite: string, topic: string) => {
        const { text, orbit } = elementsOfToday(satellite);
        const file = `${place.folder}/${topic}.tle`;
        await Deno.writeTextFile(new URL(`../${file}`, import.meta.url), text);
        start(startCommand(python, {
          args: ["e2e/article_producer/producer.py"],
          env: {
            BOOTSTRAP_SERVERS: broker.bootstrap,
            TOPIC: topic,
            SATELLITE: satellite,
            TLES: file,
          },
        }));
        return orbit;
      };
      try {
        const projector = start(startTask("projector", place));
        start(startTask("web", place));
        const aqua = await produce("AQUA", "nosuch_topic");
        const terra = await produce("TERRA", "terra_topic");
        const iss = await produce("ISS", "iss_topic");

        await haveArrived(place, [TERRA, ISS], 5);
        agree(await positionsOf(place, TERRA), terra);
        agree(await positionsOf(place, ISS), iss);
        assert.deepEqual(await satellitesOf(place), [
          [ISS, "ISS (ZARYA)", ["iss_topic"], "live", null],
          [TERRA, "TERRA", ["terra_topic"], "live", null],
        ]);

        // The unknown topic's are kept, and stop nobody.
        const letters = await deadLetters(place);
        assert.match(
          letters,
          /^nosuch_topic\/0\/0 .* its topic must be known/m,
        );
        assert.doesNotMatch(letters, /^(terra|iss)_topic/m);
        const soFar = (await positionsOf(place, TERRA)).length;
        await haveArrived(place, [TERRA, ISS], soFar + 2);

        assert.equal((await stop(projector)).code, 0, projector.output());
        const TOPIC_SATELLITES = "nosuch_topic:AQUA";
        const again = start(
          startTask("projector", place, { TOPIC_SATELLITES }),
        );
        await haveArrived(place, [AQUA], 1);
        const retried = await deadLetters(place, "retry");
        assert.match(retried, /^Applied (\d+) of \1 dead letters$/m);
        assert.match(await deadLetters(place), /^There are no dead letters$/m);
        const all = await positionsOf(place, AQUA);
        agree(all, aqua);
        assert.ok(all.length > soFar, `all ${all.length} positions are there`);

        const askedMs = performance.now();
        assert.equal((await stop(again)).code, 0, again.output());
        const tookMs = performance.now() - askedMs;
        assert.ok(tookMs < MOST_STOPPING_MS, `${tookMs} ms: ${again.output()}`);
      } finally {
        for (const service of running.toReversed()) await stop(service);
        await removePlace(place);
      }
    },
  },
);

/**
 * Elements as pyorbital reads them, and the orbit that they describe to us.
 * Their epoch is today's, so that they never grow too old to be computed from.
 */
function elementsOfToday(name: string): { text: string; orbit: Orbit } {
  const epochUs = Math.floor(Date.now() / DAY_MS) * DAY_MS * 1000;
  const text = formatTle({ ...findBundled(name)!, name, epochUs });
  return { text, orbit: createOrbit(parseTleFile(text).elementSets[0]!) };
}

interface Positions {
  readonly satellites: readonly {
    readonly columns: Record<
      "time_ms" | "latitude_deg" | "longitude_deg" | "altitude_km",
      readonly number[]
    >;
  }[];
}

interface Satellites {
  readonly satellites: readonly {
    readonly norad_id: number;
    readonly name: string;
    readonly topics: readonly string[];
    readonly latest: { readonly origin: string };
    readonly element_set: unknown;
  }[];
}

interface Sample {
  readonly timeMs: number;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly altitudeKm: number;
}

/** Asserts that each sample is where the orbit was when it was computed. */
function agree(samples: readonly Sample[], orbit: Orbit): void {
  for (const sample of samples) {
    const there = ecefFromGeodetic(sample);
    let apartKm = Infinity;
    for (let delayMs = -1; delayMs <= MOST_DELAY_MS; delayMs++) {
      const { x, y, z } = ecefFromGeodetic(
        orbit.positionAt(sample.timeMs - delayMs),
      );
      const km = Math.hypot(x - there.x, y - there.y, z - there.z);
      apartKm = Math.min(apartKm, km);
    }
    assert.ok(
      apartKm < MOST_APART_KM,
      `${apartKm} km apart: ${JSON.stringify(sample)}`,
    );
  }
}

function haveArrived(
  place: Place,
  noradIds: readonly number[],
  count: number,
): Promise<void> {
  return waitFor(
    `${count} positions of each of ${noradIds}`,
    async () => {
      for (const noradId of noradIds) {
        if ((await positionsOf(place, noradId)).length < count) return false;
      }
      return true;
    },
    60_000,
  );
}

async function positionsOf(place: Place, noradId: number): Promise<Sample[]> {
  const path = `/api/v1/positions?satellites=${noradId}`;
  const { satellites } = await getJson<Positions>(place, path);
  const { columns } = satellites[0]!;
  return columns.time_ms.map((timeMs, i) => ({
    timeMs,
    latitudeDeg: columns.latitude_deg[i]!,
    longitudeDeg: columns.longitude_deg[i]!,
    altitudeKm: columns.altitude_km[i]!,
  }));
}

/** What is told of each satellite, and what its positions rest on. */
async function satellitesOf(place: Place): Promise<unknown[][]> {
  const { satellites } = await getJson<Satellites>(place, "/api/v1/satellites");
  return satellites.toSorted((a, b) => a.norad_id - b.norad_id)
    .map((
      { norad_id, name, topics, latest, element_set },
    ) => [norad_id, name, topics, latest.origin, element_set]);
}

async function getJson<T>(place: Place, path: string): Promise<T> {
  const response = await fetch(`${place.url}${path}`);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text);
}

async function deadLetters(place: Place, ...args: string[]): Promise<string> {
  const command = startCommand(Deno.execPath(), {
    args: ["task", "dead-letters", ...args],
    env: place.environment,
  });
  assert.equal((await command.ended).code, 0, command.output());
  return command.output();
}
