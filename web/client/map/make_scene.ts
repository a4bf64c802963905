import { isOfBefore, type Moment } from "../feed/moment.ts";
import type { Position } from "../feed/position_window.ts";
import type { Recording } from "../feed/recording.ts";
import { mostPanels } from "../feed/roster.ts";
import type { SatelliteRecord } from "../feed/satellite_record.ts";
import { nameOf, type Place } from "../passes/place.ts";
import { orderSatellites } from "../satellites/order_satellites.ts";
import type { ComingTracks, TrackRun } from "./coming_tracks.ts";
import { lookAt } from "./look_at.ts";
import type { MapSatellite, MapScene } from "./map_scene.ts";
import { pastTrack } from "./past_track.ts";
import type { RecentTracks } from "./recent_tracks.ts";
import type { SkySamples } from "./sky_samples.ts";

/** The first point ahead is joined to a satellite that is this near. */
const joinedMs = 2 * 60_000;

interface SceneSources {
  recording: Recording;
  moment: Moment;
  place: Place | null;
  coming: Pick<ComingTracks, "from">;
  recent: Pick<RecentTracks, "of">;
  /** Null where there are no others than those recorded here. */
  sky: SkySamples | null;
}

/** Returns what the map shows at a moment. */
export function makeScene(sources: SceneSources): MapScene {
  const { recording, moment, place, sky } = sources;
  const records = [...recording.satellites.values()];
  const shown = orderSatellites(records.map(({ info }) => info))
    .slice(0, mostPanels);
  return {
    timeMs: moment.shownMs,
    satellites: shown.map(({ norad_id }) =>
      satelliteOf(recording.satellites.get(norad_id)!, sources)
    ),
    sky,
    observer: place && { ...place, name: nameOf(place) },
  };
}

function satelliteOf(
  record: SatelliteRecord,
  { moment, place, coming, recent, sky }: SceneSources,
): MapSatellite {
  const { norad_id: noradId, name } = record.info;
  const position = record.newestIn(moment);
  const isFresh = position !== null && !record.isSilentAt(moment);
  const fromSky = isFresh ? null : sky?.at(noradId, moment.shownMs);
  const here = fromSky && !fromSky.isOld
    ? { ...fromSky, timeMs: moment.shownMs }
    : position;
  const isKnownNow = isFresh || here !== position;
  const fromMs = isKnownNow ? here!.timeMs : moment.shownMs;
  const ahead = coming.from(noradId, fromMs);
  return {
    noradId,
    name,
    position: here,
    isOld: !isKnownNow,
    isOfBefore: !isKnownNow || isOfBefore(here!.timeMs, moment),
    look: place && here && lookAt(place, here),
    ...pastTrack(record, moment, recent.of(noradId, moment)),
    coming: isKnownNow ? join(here!, ahead) : ahead,
  };
}

function join(position: Position, runs: TrackRun[]): TrackRun[] {
  const [first, ...others] = runs;
  const isNear = first && first.points[0]!.timeMs - position.timeMs <= joinedMs;
  return isNear
    ? [{ ...first, points: [position, ...first.points] }, ...others]
    : runs;
}
