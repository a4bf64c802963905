/** One of two coordinates, as it was written. */
export interface Angle {
  degrees: number;
  /** N, E, S or W; "" where that was left out. */
  side: string;
  /** Whether minutes and seconds are below 60. */
  isSound: boolean;
}

interface Numeral {
  value: number;
  mark: string;
  /** Whether a comma or semicolon stands before it. */
  isApart: boolean;
}

type Token = Numeral | { side: string };

const pattern = /\s*([,;])?\s*(?:([+-]?\d+(?:\.\d+)?)\s*([°'"m]?)|([NESW]))/iy;

/**
 * Takes coordinates apart into angles and an altitude; null where a text has
 * anything else in it, as a name has.
 */
export function splitAngles(
  text: string,
): { angles: Angle[]; altitudeM: number | null } | null {
  const tokens = tokensOf(plain(text));
  if (tokens === null || !tokens.some(isNumeral)) return null;
  let altitudeM: number | null = null;
  const groups = groupsOf(tokens).map((group) => {
    const numerals = group.filter(isNumeral);
    const last = numerals.at(-1);
    const isAltitude = last !== undefined && (last.mark === "m" ||
      (numerals.length > 1 && last.isApart && last.mark === ""));
    if (isAltitude) altitudeM = numerals.pop()!.value;
    const side = group.find((token) => !isNumeral(token)) as
      | { side: string }
      | undefined;
    return { numerals, side: side?.side ?? "" };
  }).filter(({ numerals }) => numerals.length > 0);
  // Beside two angles that have letters a number without one is the altitude.
  const [, , third] = groups;
  if (altitudeM === null && groups.length === 3 && third!.side === "") {
    altitudeM = groups.pop()!.numerals[0]!.value;
  }
  return { angles: groups.map(angleOf), altitudeM };
}

/** Signs as a keyboard has them, and decimal points for decimal commas. */
function plain(text: string): string {
  const signs = text.trim()
    .replaceAll(/[º˚]/g, "°")
    .replaceAll(/″|”|“|''|′′/g, '"')
    .replaceAll(/[′’‘]/g, "'")
    .replaceAll("−", "-");
  const isDecimal = !signs.includes(".") &&
    (/^[+-]?\d+,\d+,[+-]?\d+,\d+$/.test(signs) ||
      // A comma within a number, and something else between the numbers.
      /\d,\d.*(?:[;°NESW\s]).*\d,\d/i.test(signs));
  return isDecimal ? signs.replaceAll(/(\d),(\d+)/g, "$1.$2") : signs;
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return null;
    const [, comma, number, mark = "", side] = match;
    tokens.push(
      side === undefined
        ? {
          value: Number(number),
          mark: mark.toLowerCase(),
          isApart: comma !== undefined,
        }
        : { side: side.toUpperCase() },
    );
  }
  return tokens;
}

/** What belongs to one angle each: by letters, else by signs of degrees. */
function groupsOf(tokens: readonly Token[]): Token[][] {
  const isPrefixed = !isNumeral(tokens[0]!);
  const hasSides = tokens.some((token) => !isNumeral(token));
  const hasDegrees = tokens.some((token) =>
    isNumeral(token) && token.mark === "°"
  );
  const groups: Token[][] = [];
  let isOpen = false;
  for (const token of tokens) {
    const begins = hasSides
      ? isPrefixed && !isNumeral(token)
      : !hasDegrees || (isNumeral(token) && token.mark === "°");
    if (!isOpen || begins) groups.push([]);
    groups.at(-1)!.push(token);
    isOpen = !(hasSides && !isPrefixed && !isNumeral(token));
  }
  return groups;
}

function angleOf(
  { numerals, side }: { numerals: Numeral[]; side: string },
): Angle {
  const [degrees, ...parts] = numerals.map(({ value }) => value);
  const sign = Object.is(Math.sign(degrees!), -0) || degrees! < 0 ? -1 : 1;
  const size = parts.reduce(
    (sum, part, i) => sum + part / 60 ** (i + 1),
    Math.abs(degrees!),
  );
  return {
    degrees: sign * size * (/[SW]/.test(side) ? -1 : 1),
    side,
    isSound: parts.length < 3 && parts.every((part) => part >= 0 && part < 60),
  };
}

function isNumeral(token: Token): token is Numeral {
  return "value" in token;
}
