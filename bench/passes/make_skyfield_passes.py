"""Writes tle/passes/testdata/skyfield_passes.json; run by hand, once.

Passes are looked for at every second (true_passes.py) and bisected to the
millisecond with skyfield, UT1 = UTC, which also says where to look.
"""

import json
import sys
from datetime import datetime, timezone

import numpy as np
import sgp4
import skyfield
from skyfield.api import EarthSatellite, load, wgs84

from true_passes import DAY_MS, elevations_of, find_passes

# TT - UT1 as if UT1 were UTC, with 37 leap seconds, as there are since 2017.
TIMESCALE = load.timescale(delta_t=32.184 + 37)
START_MS = 1_767_225_600_000  # 2026-01-01


def tle(norad_id, epoch, inclination, node, eccentricity, pericenter, anomaly,
        motion, bstar="00000+0"):
    lines = [
        f"1 {norad_id:05}U 26001A   {epoch} "
        f" .00000000  00000+0  {bstar} 0  999",
        f"2 {norad_id:05} {inclination:8.4f} {node:8.4f} {eccentricity:07} "
        f"{pericenter:8.4f} {anomaly:8.4f} {motion:11.8f}    1",
    ]
    return [line + str(sum(int(c) if c.isdigit() else c == "-" for c in line)
                       % 10) for line in lines]


# TERRA (CelesTrak); all others are made up.
TERRA = [
    "1 25994U 99068A   26233.64307031  .00000275  00000+0  64991-4 0  9997",
    "2 25994  97.9407 280.5778 0003071  49.2746 119.4135 14.61146410419160"]
STATION = tle(90001, "27364.50000000", 51.63, 331.88, 7668, 72.65, 287.53,
              15.49570248, "17025-3")
LEAP = tle(90002, "28058.25000000", 51.63, 120.0, 7668, 72.65, 10.0,
           15.49570248, "17025-3")
POLAR = tle(90003, "26233.50000000", 90.0, 40.0, 0, 0.0, 100.0, 14.2)
EQUATORIAL = tle(90004, "26233.50000000", 0.05, 10.0, 12000, 30.0, 80.0, 15.1)
MOLNIYA = tle(90005, "26233.50000000", 63.4, 200.0, 7200000, 270.0, 5.0,
              2.00613)
TRANSFER = tle(90006, "26233.50000000", 6.5, 150.0, 7280000, 178.0, 20.0,
               2.2754, "50000-4")
STATIONARY = tle(90007, "26233.50000000", 0.05, 80.0, 2000, 40.0, 210.0,
                 1.00270)

# What, elements, observer (degrees, metres), threshold, window.
CASES = [
    ("low orbit over Moscow", TERRA, (55.75, 37.62, 0), 0,
     "2026-08-22", "2026-08-23"),
    ("low orbit over the north pole", TERRA, (90, 0, 0), 0,
     "2026-08-22", "2026-08-22T12:00Z"),
    ("polar orbit over the south pole, eccentricity 0", POLAR, (-90, 0, 0), 10,
     "2026-08-22", "2026-08-22T12:00Z"),
    ("longitude 180", TERRA, (0, 180, 0), 0, "2026-08-22", "2026-08-23"),
    ("longitude -180", TERRA, (0, -180, 0), 0, "2026-08-22", "2026-08-23"),
    ("8,000 m high", TERRA, (-32.65, -70.01, 8000), 5,
     "2026-08-22", "2026-08-24"),
    ("400 m below the ellipsoid", TERRA, (31.5, 35.5, -400), 0,
     "2026-08-22", "2026-08-24"),
    ("over a year's end", STATION, (48.2, 16.37, 180), 0,
     "2027-12-31T12:00Z", "2028-01-01T12:00Z"),
    ("over 29 February", LEAP, (-35.3, 149.1, 600), 10,
     "2028-02-28T12:00Z", "2028-03-01T12:00Z"),
    ("threshold 45", STATION, (50.5, 8, 0), 45, "2027-12-31", "2028-01-03"),
    ("threshold 80", STATION, "2027-12-31T18:20Z", 80,
     "2027-12-31", "2028-01-03"),
    ("threshold 89", STATION, "2028-01-01T03:45Z", 89,
     "2027-12-31", "2028-01-03"),
    ("equatorial orbit from the equator", EQUATORIAL, (0, 102, 0), 0,
     "2026-08-22", "2026-08-22T12:00Z"),
    ("equatorial orbit from 20 degrees south", EQUATORIAL, (-20, 102, 0), 0,
     "2026-08-22", "2026-08-22T12:00Z"),
    ("highly elliptical orbit, 12 hours", MOLNIYA, (62, 105, 200), 0,
     "2026-08-22", "2026-08-25"),
    ("highly elliptical orbit from the far south", MOLNIYA, (-54.8, -68.3, 0),
     0, "2026-08-22", "2026-08-27"),
    ("geostationary transfer orbit", TRANSFER, (5.2, -52.8, 0), 0,
     "2026-08-22", "2026-08-26"),
    ("geostationary, up", STATIONARY, (21.3, -157.9, 0), 0,
     "2026-08-22", "2026-08-23"),
    ("geostationary, down", STATIONARY, (-33.9, 18.4, 0), 0,
     "2026-08-22", "2026-08-24"),
]


def ms_of(text):
    """Reads a time as JavaScript does, which takes a day alone as UTC."""
    moment = datetime.fromisoformat(text.removesuffix("Z"))
    return round(moment.replace(tzinfo=timezone.utc).timestamp() * 1000)


def times_of(ms):
    days, ms = np.divmod(np.asarray(ms, dtype=float) - START_MS, DAY_MS)
    return TIMESCALE.utc(2026, 1, 1 + days, 0, 0, ms / 1000)


def looks_of(satellite, place, ms):
    vector = (satellite - place).at(times_of(ms))
    elevation, azimuth, distance, _, _, rate = \
        vector.frame_latlon_and_rates(place)
    return (azimuth.degrees, elevation.degrees, distance.km, rate.km_per_s)


def look_json(satellite, place, ms):
    azimuth, elevation, distance, rate = looks_of(satellite, place, [ms])
    return [int(ms), round(float(azimuth[0]) % 360, 4),
            round(float(elevation[0]), 5), round(float(distance[0]), 3),
            round(float(rate[0]), 5)]


def case_json(what, lines, observer, threshold, start, end):
    satellite = EarthSatellite(*lines, None, TIMESCALE)
    if isinstance(observer, str):
        below = wgs84.subpoint_of(satellite.at(times_of([ms_of(observer)])))
        observer = (round(float(below.latitude.degrees[0]), 2),
                    round(float(below.longitude.degrees[0]), 2), 0)
    named = dict(zip(("latitude_deg", "longitude_deg", "altitude_m"), observer))
    place = wgs84.latlon(observer[0], observer[1], observer[2])
    start_ms, end_ms = ms_of(start), ms_of(end)
    passes = find_passes(
        elevations_of(*lines, named), start_ms - 2 * DAY_MS, end_ms + 2 * DAY_MS,
        threshold, refined=lambda ms: looks_of(satellite, place, ms)[1])
    return {
        "what": what,
        "tle": lines,
        "observer": named,
        "threshold_deg": threshold,
        "from": start,
        "to": end,
        "passes": [
            {key: look_json(satellite, place, ms)
             for key, ms in zip(("rise", "culmination", "set"), one)}
            for one in passes if one[2] >= start_ms and one[0] < end_ms],
        "looks": [look_json(satellite, place, ms) for ms in
                  np.linspace(start_ms, end_ms, 5)],
    }


def main():
    versions = f"skyfield {skyfield.__version__}, sgp4 {sgp4.__version__}"
    cases = [case_json(*case) for case in CASES]
    header = {
        "made": "Computed for this project by bench/passes/"
                f"{sys.argv[0].split('/')[-1]}: {versions}",
        "rule": "UT1 = UTC, no refraction. Passes that overlap [from, to), "
                "looked for at every second and bisected to 1 ms: rise is the "
                "first whole ms at or above the threshold, set the last. Looks "
                "are at instants that have nothing to do with passes.",
        "columns": ["time_ms", "azimuth_deg", "elevation_deg", "range_km",
                    "range_rate_km_s"],
        "elements": "TERRA of 2026-08-21 (CelesTrak); all others are made up",
    }
    head = json.dumps(header, indent=2)[:-2]
    body = ",\n".join(map(json.dumps, cases))
    sys.stdout.write(f'{head},\n  "cases": [\n{body}\n  ]\n}}\n')


main()
