/** What is kept of something and is not what it must be, a sentence each. */
export function findUnlike<T extends object>(
  kept: { readonly [K in keyof T]: unknown } | null,
  made: T,
): string[] {
  const names = Object.keys(made) as (keyof T & string)[];
  return names.filter((name) => kept?.[name] !== made[name]).map((name) =>
    `its ${inWords(name)} must be ${made[name]}: ` +
    `current value is ${kept === null ? "none" : kept[name]}`
  );
}

/** As in "altitude max E4". */
function inWords(name: string): string {
  return name.replaceAll(
    /[A-Z]/g,
    (letter) => letter === "E" ? " E" : ` ${letter.toLowerCase()}`,
  );
}
