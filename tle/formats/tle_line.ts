/** Both lines of a set are this long; what is shorter has lost something. */
const LINE_LENGTH = 69;

/** One field of a TLE line. */
export interface Column<T> {
  /** As errors name it. */
  readonly name: string;
  /** First and last column, counted from 1 as the format's tables do. */
  readonly from: number;
  readonly to: number;
  /** Reads on from "must be". */
  readonly requirement: string;
  /** Returns undefined where the text is not as required. */
  readonly read: (text: string) => T | undefined;
}

type Columns = Readonly<Record<string, Column<unknown>>>;

type Fields<C extends Columns> = {
  [Name in keyof C]: C[Name] extends Column<infer T> ? T : never;
};

/**
 * Reads one line of a TLE strictly: what is not described by `columns` must be
 * blank, since a line that lost or gained a character still looks like numbers.
 *
 * @param columns In the order of the line.
 * @throws {SyntaxError} That says which column must be what.
 */
export function readTleLine<C extends Columns>(
  lineNumber: 1 | 2,
  line: string,
  columns: C,
): Fields<C> {
  checkFrame(lineNumber, line);
  const fields: Record<string, unknown> = {};
  let next = 2;
  for (const [key, column] of Object.entries(columns)) {
    checkBlank(lineNumber, line, next, column.from - 1);
    const text = line.slice(column.from - 1, column.to);
    const value = column.read(text);
    if (value === undefined) {
      throw tleError(
        lineNumber,
        `${column.name} (columns ${column.from} to ${column.to}) must be ${column.requirement}`,
        text,
      );
    }
    fields[key] = value;
    next = column.to + 1;
  }
  return fields as Fields<C>;
}

/** A SyntaxError in the house's words; `must` is "its … must be …". */
export function tleError(
  lineNumber: 1 | 2,
  must: string,
  current: string | number,
): SyntaxError {
  const value = typeof current === "string" ? JSON.stringify(current) : current;
  return new SyntaxError(
    `Cannot parse TLE line ${lineNumber} as its ${must}: current value is ${value}`,
  );
}

/** What is the same for both lines: alphabet, length, number and checksum. */
function checkFrame(lineNumber: 1 | 2, line: string): void {
  const foreign = /[^\x20-\x7e]/u.exec(line);
  if (foreign !== null) {
    throw tleError(
      lineNumber,
      `column ${foreign.index + 1} must be a printable ASCII character`,
      `U+${
        foreign[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")
      }`,
    );
  }
  if (line.length !== LINE_LENGTH) {
    throw tleError(lineNumber, `length must be ${LINE_LENGTH}`, line.length);
  }
  if (line[0] !== String(lineNumber)) {
    throw tleError(lineNumber, `first column must be ${lineNumber}`, line[0]!);
  }
  const checksum = tleChecksum(line);
  const given = line[LINE_LENGTH - 1]!;
  if (given !== String(checksum)) {
    throw tleError(
      lineNumber,
      `checksum must be ${checksum}`,
      /\d/.test(given) ? Number(given) : given,
    );
  }
}

function checkBlank(
  lineNumber: 1 | 2,
  line: string,
  from: number,
  to: number,
): void {
  for (let column = from; column <= to; column++) {
    if (line[column - 1] !== " ") {
      throw tleError(
        lineNumber,
        `column ${column} must be blank`,
        line[column - 1]!,
      );
    }
  }
}

/**
 * The checksum of a TLE line: the sum of the digits of its first 68 columns,
 * where a minus counts one and all else nothing, modulo 10.
 */
export function tleChecksum(line: string): number {
  let sum = 0;
  for (const character of line.slice(0, LINE_LENGTH - 1)) {
    if (character >= "0" && character <= "9") sum += Number(character);
    else if (character === "-") sum += 1;
  }
  return sum % 10;
}
