/** The satellites that a client asked for; null stands for all. */
export type SatelliteFilter = {
  /** The same for all who want the same. */
  readonly key: string;
  readonly noradIds: ReadonlySet<number>;
} | null;

export function filterOf(
  noradIds: readonly number[] | undefined,
): SatelliteFilter {
  if (noradIds === undefined) return null;
  const sorted = noradIds.toSorted((a, b) => a - b);
  return { key: sorted.join(","), noradIds: new Set(sorted) };
}

/** Whether a client wants of a satellite; null stands for any. */
export function isWanted(
  filter: SatelliteFilter,
  noradId: number | null,
): boolean {
  return filter === null || noradId === null || filter.noradIds.has(noradId);
}

/** Gives what a client is sent; null where it wants nothing of it. */
export type EncodeFor = (filter: SatelliteFilter) => Uint8Array | null;

/** Encodes once, and gives the same bytes to all who want the same. */
export function oncePerFilter(encode: EncodeFor): EncodeFor {
  const encoded = new Map<string, Uint8Array | null>();
  return (filter) => {
    const key = filter?.key ?? "";
    let bytes = encoded.get(key);
    if (bytes === undefined) {
      bytes = encode(filter);
      encoded.set(key, bytes);
    }
    return bytes;
  };
}
