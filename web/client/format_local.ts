/**
 * The Swedish way of writing a time is that of the rest of the page. Made once:
 * to make one takes a hundred times as long as to use it.
 */
const local = new Intl.DateTimeFormat("sv-SE", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
});

/** A time on the clock of whoever looks: `2026-08-23 16:36:42 CEST`. */
export function formatLocal(timeMs: number): string {
  return local.format(timeMs);
}

/** Two of them, from when to when. */
export function formatLocalSpan(fromMs: number, toMs: number): string {
  return `${formatLocal(fromMs)} – ${formatLocal(toMs)}`;
}
