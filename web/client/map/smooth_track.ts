import type { Position } from "../feed/position_window.ts";

/** Closer than this, the shortest way over the globe is the way it went. */
const closeMs = 60_000;
const rad = Math.PI / 180;
/** Of the Earth against the stars. */
const turnRadPerMs = 7.2921159e-8;

/**
 * Returns a track with points between those that are far apart, a minute or
 * less from each other.
 *
 * An orbit is a plane that stands still while the Earth turns below it. So the
 * points are put where the Earth was at the first one, joined by the shortest
 * way there, and turned back: up to some 40 % of a revolution apart, what comes
 * of a nearly round orbit is within a pixel of where it went.
 */
export function smoothTrack(run: readonly Position[]): Position[] {
  const smooth: Position[] = [];
  for (const [i, position] of run.entries()) {
    const before = run[i - 1];
    if (before) addBetween(smooth, before, position);
    smooth.push(position);
  }
  return smooth;
}

function addBetween(smooth: Position[], from: Position, to: Position): void {
  const stepMs = to.timeMs - from.timeMs;
  const parts = Math.ceil(stepMs / closeMs);
  if (parts < 2) return;
  const a = towards(from, 0);
  const b = towards(to, stepMs);
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const angle = Math.acos(Math.min(1, Math.max(-1, dot)));
  const sine = Math.sin(angle);
  if (sine < 1e-9) return;
  for (let part = 1; part < parts; part++) {
    const share = part / parts;
    const [p, q] = [
      Math.sin((1 - share) * angle) / sine,
      Math.sin(share * angle) / sine,
    ];
    const [x, y, z] = [0, 1, 2].map((i) => p * a[i]! + q * b[i]!) as Vector;
    const sinceMs = share * stepMs;
    const east = Math.atan2(y, x) - turnRadPerMs * sinceMs;
    smooth.push({
      timeMs: from.timeMs + Math.round(sinceMs),
      latitudeDeg: Math.asin(Math.min(1, Math.max(-1, z))) / rad,
      longitudeDeg: Math.atan2(Math.sin(east), Math.cos(east)) / rad,
      altitudeKm: from.altitudeKm + share * (to.altitudeKm - from.altitudeKm),
    });
  }
}

type Vector = [x: number, y: number, z: number];

/** A position's direction, turned to where the Earth was before. */
function towards(
  { latitudeDeg, longitudeDeg }: Position,
  sinceMs: number,
): Vector {
  const latitude = latitudeDeg * rad;
  const longitude = longitudeDeg * rad + turnRadPerMs * sinceMs;
  return [
    Math.cos(latitude) * Math.cos(longitude),
    Math.cos(latitude) * Math.sin(longitude),
    Math.sin(latitude),
  ];
}
