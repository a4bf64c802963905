import { parameter } from "../query.ts";

const DAY_MINUTES = 1_440;
const CLOCK = String.raw`([01]\d|2[0-3]):([0-5]\d)`;
const SPAN = new RegExp(`^${CLOCK}-(?:${CLOCK}|24:00)$`);
// A plus that was not escaped arrives as a space.
const OFFSET = new RegExp(`^(?:Z|([-+ ])${CLOCK})$`);

const DAY_SPAN = "two different times of day, such as 20:00-02:00";
const UTC_OFFSET =
  "how far a clock is ahead of UTC, such as +03:00, from -12:00 to +14:00";

/** The clocks of the Earth differ from UTC by so much at most. */
const MOST_BEHIND_MINUTES = 12 * 60;
const MOST_AHEAD_MINUTES = 14 * 60;

/** A part of the day, in minutes after midnight; may go over midnight. */
export interface DaySpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** `[fromMinute, toMinute)` of a day whose clock is ahead of UTC. */
export interface TimeOfDay extends DaySpan {
  readonly aheadMinutes: number;
}

/** A part of the day such as `20:00-02:00`. */
export const daySpan = parameter({
  type: "string",
  pattern: SPAN.source,
  description: DAY_SPAN,
  examples: ["20:00-02:00"],
}, (text): DaySpan => {
  const match = SPAN.exec(text);
  const [, hour, minute, endHour = 24, endMinute = 0] = match ?? [];
  const fromMinute = minutes(hour, minute);
  const toMinute = minutes(endHour, endMinute);
  if (match === null || fromMinute === toMinute) {
    throw new RangeError(DAY_SPAN);
  }
  return { fromMinute, toMinute };
});

/** How far a clock is ahead of UTC, in minutes: `+03:00`, `-09:30` or `Z`. */
export const utcOffset = parameter({
  type: "string",
  pattern: OFFSET.source,
  description: UTC_OFFSET,
  examples: ["+03:00"],
}, (text) => {
  const match = OFFSET.exec(text);
  const [, sign, hour = 0, minute = 0] = match ?? [];
  const ahead = (sign === "-" ? -1 : 1) * minutes(hour, minute) + 0;
  if (
    match === null || ahead < -MOST_BEHIND_MINUTES || ahead > MOST_AHEAD_MINUTES
  ) {
    throw new RangeError(UTC_OFFSET);
  }
  return ahead;
});

/** How far mean solar time is ahead of UTC at a longitude, in minutes. */
export function meanSolarAheadMinutes(longitudeDeg: number): number {
  return longitudeDeg * DAY_MINUTES / 360;
}

/** Whether the clock shows such a time at an instant. */
export function isWithinTimeOfDay(
  { fromMinute, toMinute, aheadMinutes }: TimeOfDay,
  timeMs: number,
): boolean {
  const shown = timeMs / 60_000 + aheadMinutes;
  const minute = shown - Math.floor(shown / DAY_MINUTES) * DAY_MINUTES;
  return fromMinute < toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

function minutes(hour: unknown, minute: unknown): number {
  return Number(hour) * 60 + Number(minute);
}

export function formatDaySpan({ fromMinute, toMinute }: DaySpan): string {
  return `${formatClock(fromMinute)}-${formatClock(toMinute)}`;
}

/** Such as `+03:00`; to the second where it is not whole minutes. */
export function formatUtcOffset(aheadMinutes: number): string {
  const seconds = Math.round(Math.abs(aheadMinutes) * 60);
  const sign = aheadMinutes < 0 ? "-" : "+";
  const rest = seconds % 60;
  const clock = formatClock(Math.floor(seconds / 60));
  return `${sign}${clock}${rest === 0 ? "" : `:${twoDigits(rest)}`}`;
}

function formatClock(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
