/** `10:30` of 10.5 hours, and `10:30:45` where seconds are wanted. */
export function formatTimeOfDay(
  hours: number,
  unit: "min" | "s" = "min",
): string {
  const perHour = unit === "s" ? 3600 : 60;
  const whole = Math.round(hours * perHour) % (24 * perHour);
  const date = new Date(whole * (3_600_000 / perHour));
  return date.toISOString().slice(11, unit === "s" ? 19 : 16);
}
