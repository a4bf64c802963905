const pattern = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

/** Returns a stretch of a day such as `20:00-02:00`; undefined where it is none. */
export function parseTimeOfDay(text: string): string | undefined {
  const [from, to] = text.split("-");
  return pattern.test(text) && from !== to ? text : undefined;
}
