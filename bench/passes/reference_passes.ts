import skyfield from "../../tle/passes/testdata/skyfield_passes.json" with {
  type: "json",
};
import { readSharedData } from "../../tle/testdata/shared_data.ts";
import type { KnownPasses } from "./known_passes.ts";
import type { ToldPass } from "./pass_differences.ts";

interface SharedPasses {
  tles: {
    name: string;
    tle1: string;
    tle2: string;
    windowStart: string;
    windowEnd: string;
  }[];
  observers: { name: string; lat: number; lon: number; altM: number }[];
  passes: {
    sat: string;
    observer: string;
    minElevationDeg: number;
    rise: string;
    culminate: string;
    set: string;
    maxElevationDeg: number;
    azRise: number;
    azCulminate: number;
    azSet: number;
    rangeKmAtCulmination: number;
  }[];
}

interface StkPasses {
  tle1: string;
  tle2: string;
  observer: { lat: number; lon: number; altM: number };
  minElevationDeg: number;
  searchFrom: string;
  expected: {
    aos: string;
    tca: string;
    los: string;
    maxElevationDeg: number;
  }[];
}

/** All that there are, by where they are from. */
export function referencePasses(): {
  readonly [source: string]: readonly KnownPasses[];
} {
  const ours = { skyfield: skyfieldPasses() };
  try {
    return { "passes.json": sharedPasses(), STK: [stkPasses()], ...ours };
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    console.log("\nTwo references are left out: they need the shared data");
    return ours;
  }
}

function sharedPasses(): KnownPasses[] {
  const { tles, observers, passes }: SharedPasses = JSON.parse(
    readSharedData("reference/passes.json"),
  );
  return tles.flatMap((tle) =>
    observers.flatMap((observer) =>
      [0, 10].map((thresholdDeg) => ({
        tle: [tle.tle1, tle.tle2] as const,
        observer: observerOf(observer),
        thresholdDeg,
        range: {
          fromMs: Date.parse(tle.windowStart),
          toMs: Date.parse(tle.windowEnd),
        },
        by: "culmination" as const,
        passes: passes.filter((pass) =>
          pass.sat === tle.name && pass.observer === observer.name &&
          pass.minElevationDeg === thresholdDeg
        ).map((pass): ToldPass => ({
          riseMs: Date.parse(pass.rise),
          culminationMs: Date.parse(pass.culminate),
          setMs: Date.parse(pass.set),
          elevationDeg: pass.maxElevationDeg,
          rangeKm: pass.rangeKmAtCulmination,
          azimuthsDeg: [pass.azRise, pass.azCulminate, pass.azSet],
        })),
      }))
    )
  );
}

function stkPasses(): KnownPasses {
  const stk: StkPasses = JSON.parse(
    readSharedData("reference/stk_bugsat1_passes.json"),
  );
  const passes = stk.expected.map((pass): ToldPass => ({
    riseMs: Date.parse(pass.aos),
    culminationMs: Date.parse(pass.tca),
    setMs: Date.parse(pass.los),
    elevationDeg: pass.maxElevationDeg,
    rangeKm: NaN,
    azimuthsDeg: [NaN, NaN, NaN],
  }));
  return {
    tle: [stk.tle1, stk.tle2],
    observer: observerOf(stk.observer),
    thresholdDeg: stk.minElevationDeg,
    range: {
      fromMs: Date.parse(stk.searchFrom),
      toMs: passes.at(-1)!.setMs,
    },
    by: "overlap",
    passes,
  };
}

function skyfieldPasses(): KnownPasses[] {
  return skyfield.cases.filter(({ passes }) => passes.length > 0)
    .map(({ tle, observer, threshold_deg, from, to, passes }) => ({
      tle: [tle[0]!, tle[1]!],
      observer: {
        latitudeDeg: observer.latitude_deg,
        longitudeDeg: observer.longitude_deg,
        altitudeM: observer.altitude_m,
      },
      thresholdDeg: threshold_deg,
      range: { fromMs: Date.parse(from), toMs: Date.parse(to) },
      by: "overlap",
      passes: passes.map(({ rise, culmination, set }) => ({
        riseMs: rise[0]!,
        culminationMs: culmination[0]!,
        setMs: set[0]!,
        elevationDeg: culmination[2]!,
        rangeKm: culmination[3]!,
        azimuthsDeg: [rise[1]!, culmination[1]!, set[1]!],
      })),
    }));
}

function observerOf(
  { lat, lon, altM }: { lat: number; lon: number; altM: number },
) {
  return { latitudeDeg: lat, longitudeDeg: lon, altitudeM: altM };
}
