"""Passes by looking at every second: slow, and nothing can be missed.

Shares no code with what it is held against: SGP4 from python-sgp4, to
Earth-fixed by mean sidereal time (IAU 1982) with UT1 = UTC, WGS84. Instants are
whole milliseconds since 1970: rise is the first at which the satellite is at or
above the threshold, set the last, culmination that of the highest elevation.
"""

import numpy as np
from sgp4.api import Satrec

DAY_MS = 86_400_000
UNIX_EPOCH_JD = 2440587.5


def elevations_of(line1, line2, observer):
    """Makes a function from instants in ms to degrees above the horizon."""
    satellite = Satrec.twoline2rv(line1, line2)
    latitude = np.radians(observer["latitude_deg"])
    longitude = np.radians(observer["longitude_deg"])
    up = np.array([np.cos(latitude) * np.cos(longitude),
                   np.cos(latitude) * np.sin(longitude), np.sin(latitude)])
    site = site_km(latitude, longitude, observer["altitude_m"] / 1000)

    def elevations(ms):
        ms = np.asarray(ms, dtype=float)
        days = np.floor(ms / DAY_MS)
        fraction = (ms - days * DAY_MS) / DAY_MS
        errors, teme, _ = satellite.sgp4_array(UNIX_EPOCH_JD + days, fraction)
        turn = sidereal_rad(days, fraction)
        cos, sin = np.cos(turn), np.sin(turn)
        line = np.stack([cos * teme[:, 0] + sin * teme[:, 1],
                         cos * teme[:, 1] - sin * teme[:, 0],
                         teme[:, 2]], axis=1) - site
        height = line @ up
        across = np.linalg.norm(line - height[:, None] * up, axis=1)
        return np.where(errors == 0, np.degrees(np.arctan2(height, across)), -90)

    return elevations


def site_km(latitude, longitude, altitude_km):
    a, f = 6378.137, 1 / 298.257223563
    e2 = f * (2 - f)
    normal = a / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
    axis = (normal + altitude_km) * np.cos(latitude)
    return np.array([axis * np.cos(longitude), axis * np.sin(longitude),
                     (normal * (1 - e2) + altitude_km) * np.sin(latitude)])


def sidereal_rad(days, fraction):
    whole = (UNIX_EPOCH_JD - 2451545.0 + days) / 36525
    t = whole + fraction / 36525
    # The day's own turn apart, so that no digits are lost in whole turns.
    seconds = (67310.54841 + 8640184.812866 * t + 0.093104 * t ** 2
               - 6.2e-6 * t ** 3)
    turns = seconds / 86400 + fraction + (whole * 36525) % 1
    return 2 * np.pi * (turns % 1)


def find_passes(elevations, from_ms, to_ms, threshold_deg, step_ms=1000,
                refined=None):
    """Gives [rise, culmination, set, highest elevation] of all that overlap.

    Looks at every step, and between steps where the highest of them may hide a
    pass; `refined` is the function that the instants are then bisected with.
    What is up at an end of the range is left out.
    """
    refined = refined or elevations
    tops = []
    for start in range(int(from_ms), int(to_ms), DAY_MS):
        ms = np.arange(start - step_ms, min(start + DAY_MS, to_ms) + step_ms,
                       step_ms)
        e = elevations(ms)
        is_top = (e[1:-1] > e[:-2]) & (e[1:-1] >= e[2:])
        tops += list(ms[1:-1][is_top & (e[1:-1] > threshold_deg - 5)])
    tops = np.unique(tops).astype(float)
    if len(tops) == 0:
        return []
    tops = highest(refined, tops - step_ms, tops + step_ms)
    tops = tops[refined(tops) >= threshold_deg]
    if len(tops) == 0:
        return []
    ups = crossings(elevations, refined, tops, -step_ms, threshold_deg, from_ms)
    downs = crossings(elevations, refined, tops, step_ms, threshold_deg, to_ms)
    passes = {}
    for up, top, down in zip(ups, tops, downs):
        if np.isnan(up) or np.isnan(down):
            continue
        elevation = float(refined([top])[0])
        best = passes.get(up)
        if best is None or best[3] < elevation:
            passes[up] = [int(up), int(top), int(down), elevation]
    return [passes[up] for up in sorted(passes)]


def highest(elevations, low, high):
    """Bisects the sign of the change to the millisecond of the highest."""
    half = 50.0
    low, high = low.copy(), high.copy()
    while np.max(high - low) > 1:
        middle = np.floor((low + high) / 2)
        rises = elevations(middle + half) > elevations(middle - half)
        low = np.where(rises, middle, low)
        high = np.where(rises, high, middle)
    return low


def crossings(scanned, refined, tops, step_ms, threshold_deg, end_ms):
    """Goes from each top step by step till it is down, and bisects that."""
    inside = tops.copy()
    outside = tops + step_ms
    going = np.ones(len(tops), dtype=bool)
    while np.any(going):
        beyond = outside < end_ms if step_ms < 0 else outside > end_ms
        outside = np.where(going & beyond, np.nan, outside)
        going &= ~beyond
        index = np.nonzero(going)[0]
        if len(index) == 0:
            break
        is_up = scanned(outside[index]) >= threshold_deg
        going[index] = is_up
        stays = index[is_up]
        inside[stays] = outside[stays]
        outside[stays] += step_ms
    known = np.nonzero(~np.isnan(outside))[0]
    low, high = outside[known], inside[known]
    while len(known) and np.max(np.abs(high - low)) > 1:
        middle = np.round((low + high) / 2)
        is_up = refined(middle) >= threshold_deg
        high = np.where(is_up, middle, high)
        low = np.where(is_up, low, middle)
    result = np.full(len(tops), np.nan)
    result[known] = high
    return result
