/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import { askServer } from "../ask_server.ts";
import type { Moment } from "../feed/moment.ts";
import type { Position } from "../feed/position_window.ts";
import { formatIso } from "../format.ts";

/** As far as an answer's begin may lie behind the moment shown, */
const staleMs = 3 * 60_000;
/** and in a replay, times its speed: it is asked no more often than this. */
const replayStaleMs = 3_000;
const usualRevolutionMs = 2 * 3_600_000;

/** A part of a track that rests on one thing. */
export interface TrackRun {
  source: "recorded" | "predicted";
  points: Position[];
}

interface ComingTrack {
  revolutionMs: number;
  runs: TrackRun[];
}

interface TracksAnswer {
  satellites: {
    norad_id: number;
    revolution_s: number | null;
    stretches: {
      source: TrackRun["source"];
      columns: {
        time_ms: number[];
        latitude_deg: number[];
        longitude_deg: number[];
        altitude_km: number[];
      };
    }[];
  }[];
}

/** Where satellites go from the moment shown on, as the server tells it. */
export class ComingTracks {
  /** Goes up with each answer. */
  revision = 0;
  #tracks = new Map<number, ComingTrack>();
  /** Of what was asked last, below `/api/v1/`. */
  path = "";
  readonly #asker: Asker<{ satellites: string; fromMs: number }, TracksAnswer>;

  constructor(onRead: () => void) {
    const take = ({ satellites }: TracksAnswer) => {
      this.#tracks = new Map(
        satellites.map((one) => [one.norad_id, trackOf(one)]),
      );
      this.revision++;
      onRead();
    };
    this.#asker = new Asker({
      ask: async ({ satellites, fromMs }, signal) => {
        const query = `satellites=${satellites}&from=${formatIso(fromMs)}`;
        this.path = `tracks?${query}`;
        const answer = await askServer("read tracks", this.path, signal);
        return await answer.json() as TracksAnswer;
      },
      // What is known stays until the next answer.
      onOther: () => {},
      onAnswer: (answer) => {
        take(answer);
        return true;
      },
      onFailed: () => take({ satellites: [] }),
    });
  }

  /** Asks, where there is nothing yet of the moment shown. */
  askFor(
    noradIds: readonly number[],
    { shownMs }: Moment,
    speed: number | null,
  ): void {
    if (noradIds.length === 0) return;
    const stepMs = Math.max(staleMs, replayStaleMs * (speed ?? 1));
    this.#asker.askIfDue({
      satellites: [...noradIds].sort((a, b) => a - b).join(","),
      fromMs: Math.floor(shownMs / stepMs) * stepMs,
    });
  }

  /** The next revolution, or as much of it as is known. */
  from(noradId: number, timeMs: number): TrackRun[] {
    const track = this.#tracks.get(noradId);
    if (!track) return [];
    const toMs = timeMs + track.revolutionMs;
    return track.runs.map(({ source, points }) => ({
      source,
      points: points.filter((point) =>
        point.timeMs > timeMs && point.timeMs <= toMs
      ),
    })).filter(({ points }) => points.length > 0);
  }
}

function trackOf(
  { revolution_s, stretches }: TracksAnswer["satellites"][number],
): ComingTrack {
  return {
    revolutionMs: revolution_s === null
      ? usualRevolutionMs
      : revolution_s * 1_000,
    runs: stretches.map(({ source, columns }) => ({
      source,
      points: columns.time_ms.map((timeMs, i) => ({
        timeMs,
        latitudeDeg: columns.latitude_deg[i]!,
        longitudeDeg: columns.longitude_deg[i]!,
        altitudeKm: columns.altitude_km[i]!,
      })),
    })),
  };
}
