/** So many names of satellites are written out. */
const mostNames = 3;

const list = new Intl.ListFormat("en-GB");

/** `TERRA`, `TERRA and AQUA`, `TERRA, AQUA, AURA and 2 more` */
export function joinNames(names: readonly string[]): string {
  const more = names.length - mostNames;
  return list.format(
    more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names,
  );
}
