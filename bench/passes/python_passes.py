"""Finds passes with one Python library, as its documentation shows it.

Reads searches from the standard input, one a line, and answers each with the
processor time it took in ms and [rise, culmination, set] of every pass in ms
since 1970.
"""

import json
import sys
import time
from datetime import datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1)
# TT - UT1 as if UT1 were UTC, so that all of them answer the same question.
DELTA_T_S = 32.184 + 37


def with_skyfield(search):
    from skyfield.api import EarthSatellite, load, wgs84

    timescale = load.timescale(delta_t=DELTA_T_S)
    satellite = EarthSatellite(*search["tle"], None, timescale)
    place = wgs84.latlon(*search["observer"])
    start, end = (timescale.from_datetime(moment.replace(tzinfo=timezone.utc))
                  for moment in moments_of(search))

    def find():
        return satellite.find_events(place, start, end,
                                     altitude_degrees=search["threshold_deg"])

    def read(found):
        one = []
        for moment, event in zip(found[0].utc_datetime(), found[1]):
            if event == 0:
                one = []
            one.append(moment.replace(tzinfo=None))
            if event == 2 and len(one) == 3:
                yield one

    return find, read


def with_orbit_predictor(search):
    from orbit_predictor.locations import Location
    from orbit_predictor.sources import get_predictor_from_tle_lines

    # A new one each time, as it remembers where the satellite was.
    predictor = get_predictor_from_tle_lines(search["tle"])
    place = Location("", *search["observer"])
    start, end = moments_of(search)

    def find():
        return list(predictor.passes_over(
            place, start, end, aos_at_dg=search["threshold_deg"]))

    def read(found):
        for one in found:
            yield one.aos, one.max_elevation_date, one.los

    return find, read


def with_pyorbital(search):
    from pyorbital.orbital import Orbital

    satellite = Orbital("", line1=search["tle"][0], line2=search["tle"][1])
    latitude, longitude, altitude_m = search["observer"]
    start, end = moments_of(search)
    hours = round((end - start) / timedelta(hours=1))

    def find():
        return satellite.get_next_passes(
            start, hours, longitude, latitude, altitude_m / 1000,
            horizon=search["threshold_deg"])

    def read(found):
        for rise, fall, highest in found:
            yield rise, highest, fall

    return find, read


def with_every_second(search):
    from true_passes import elevations_of, find_passes

    keys = ("latitude_deg", "longitude_deg", "altitude_m")
    observer = dict(zip(keys, search["observer"]))

    def find():
        return find_passes(elevations_of(*search["tle"], observer),
                           search["from_ms"], search["to_ms"],
                           search["threshold_deg"])

    def read(found):
        for one in found:
            yield (EPOCH + timedelta(milliseconds=ms) for ms in one[:3])

    return find, read


def moments_of(search):
    return [EPOCH + timedelta(milliseconds=search[key])
            for key in ("from_ms", "to_ms")]


def main():
    prepare = globals()[f"with_{sys.argv[1]}"]
    for line in sys.stdin:
        find, read = prepare(json.loads(line))
        start = time.thread_time()
        found = find()
        ms = (time.thread_time() - start) * 1000
        passes = [[(moment - EPOCH) / timedelta(milliseconds=1)
                   for moment in one] for one in read(found)]
        print(json.dumps({"ms": ms, "passes": passes}), flush=True)


main()
