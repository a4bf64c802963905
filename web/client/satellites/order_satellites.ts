/** TERRA, AQUA, AURA come first, in this order. */
const first = [25994, 27424, 28376];

/** Returns satellites in the order of their columns: the first three, then by name. */
export function orderSatellites<T extends { norad_id: number; name: string }>(
  satellites: Iterable<T>,
): T[] {
  const rank = ({ norad_id }: T) => {
    const index = first.indexOf(norad_id);
    return index < 0 ? first.length : index;
  };
  return [...satellites].sort((a, b) =>
    rank(a) - rank(b) || a.name.localeCompare(b.name, "en") ||
    a.norad_id - b.norad_id
  );
}
