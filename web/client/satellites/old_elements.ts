/** Elements older than this may be off by kilometres. */
export const oldElementsMs = 7 * 86_400_000;
