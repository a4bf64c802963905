import { formatSeconds } from "../audit/format_seconds.ts";
import { formatDuration } from "../format.ts";
import type { Pass } from "./contract.ts";
import { describeAzimuth, passEnd } from "./describe_pass.ts";

const leastDoubtS = 1;
const dayMs = 86_400_000;

/** `0:42`, `12:34`, `1:02:03`, and from a day on in words. */
export function formatCountdown(leftMs: number): string {
  if (leftMs >= dayMs) return formatDuration(leftMs);
  // Upwards, so that it says 0:00 no earlier than it is.
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const parts = hours > 0
    ? [String(hours), twoDigits(minutes)]
    : [String(minutes)];
  return [...parts, twoDigits(seconds % 60)].join(":");
}

/** Says what is up, or else what rises next; "" where nothing does. */
export function describeNext(passes: readonly Pass[], nowMs: number): string {
  const up = passes.find((pass) => isUp(pass, nowMs));
  if (up) {
    if (passEnd(up, "los") === "range") return `${up.name} is up`;
    const left = formatCountdown(Date.parse(up.los.time) - nowMs);
    return `${up.name} is up and sets in ${left} at ${describeAzimuth(up.los)}${
      describeDoubt(up)
    }`;
  }
  const next = passes.filter(({ aos }) => Date.parse(aos.time) > nowMs)
    .sort((a, b) => Date.parse(a.aos.time) - Date.parse(b.aos.time))[0];
  if (!next) return "";
  const left = formatCountdown(Date.parse(next.aos.time) - nowMs);
  return `${next.name} rises in ${left} at ${describeAzimuth(next.aos)}${
    describeDoubt(next)
  }`;
}

/** A countdown in seconds shall not look better than it is. */
function describeDoubt({ expected_timing_error_s }: Pass): string {
  const p95 = expected_timing_error_s?.p95 ?? 0;
  return p95 < leastDoubtS ? "" : `, give or take ${formatSeconds(p95)}`;
}

/** The one to show where none is chosen: what is up, the next, or the last. */
export function pickPass(passes: readonly Pass[], nowMs: number): Pass | null {
  return passes.find(({ los }) => Date.parse(los.time) >= nowMs) ??
    passes.at(-1) ?? null;
}

export function isUp({ aos, los }: Pass, timeMs: number): boolean {
  return Date.parse(aos.time) <= timeMs && timeMs <= Date.parse(los.time);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
