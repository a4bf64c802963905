const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:Z|UTC)?$/i;

/** The server knows no others. */
const startMs = 0;
const endMs = Date.UTC(2100, 0);

/**
 * Returns the milliseconds of a UTC time from 1970 to 2099 as people and
 * addresses write it, or null: `2026-08-23 14:36`, `2026-08-23T14:36:42Z`, a
 * date alone, Unix seconds or milliseconds.
 */
export function parseUtc(text: string): number | null {
  const timeMs = parseAnyTime(text);
  if (timeMs === null) return null;
  return timeMs >= startMs && timeMs < endMs ? timeMs : null;
}

function parseAnyTime(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{9,10}$/.test(trimmed)) return Number(trimmed) * 1_000;
  if (/^\d{12,13}$/.test(trimmed)) return Number(trimmed);
  const match = pattern.exec(trimmed);
  if (!match) return null;
  const [, date, minutes = "00:00", seconds = "00", fraction = "0"] = match;
  const whole = `${date}T${minutes}:${seconds}`;
  const timeMs = Date.parse(`${whole}.${fraction.padEnd(3, "0").slice(0, 3)}Z`);
  // Date.parse turns 30 February into March; what was meant is unknown then.
  const same = Number.isFinite(timeMs) &&
    new Date(timeMs).toISOString().startsWith(whole);
  return same ? timeMs : null;
}
