/** What `append_load.ts` appends: for these, one position for each second. */
export const LOAD_TOPIC = "load_topic";
export const LOAD_NORAD_IDS = Array.from({ length: 50 }, (_, i) => 90_001 + i);
export const LOAD_BEGIN_MS = Date.UTC(2026, 0, 1);
