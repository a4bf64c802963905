import { printTitle } from "../measure.ts";

/** A pass as somebody tells it; what is NaN is not told. */
export interface ToldPass {
  readonly riseMs: number;
  readonly culminationMs: number;
  readonly setMs: number;
  /** At the culmination. */
  readonly elevationDeg: number;
  readonly rangeKm: number;
  /** At rise, culmination and set. */
  readonly azimuthsDeg: readonly [number, number, number];
}

/** What differs, and to how many digits that is told. */
const QUANTITIES = {
  "rise s": 3,
  "culm. s": 3,
  "set s": 3,
  "elev. deg": 5,
  "azim. deg": 5,
  "range km": 4,
};
type Quantity = keyof typeof QUANTITIES;

const RAD = Math.PI / 180;

/** How far passes that were found are from those that were to be found. */
export class PassDifferences {
  #expected = 0;
  #missed = 0;
  #invented = 0;
  readonly #most = new Map<Quantity, number>();

  /** Adds passes of one satellite over one observer: those that overlap are one. */
  add(found: readonly ToldPass[], expected: readonly ToldPass[]): void {
    const rest = new Set(found);
    this.#expected += expected.length;
    for (const pass of expected) {
      const same = [...rest].find((one) =>
        one.riseMs <= pass.setMs && one.setMs >= pass.riseMs
      );
      if (same === undefined) {
        this.#missed++;
        continue;
      }
      rest.delete(same);
      this.#compare(same, pass);
    }
    this.#invented += rest.size;
  }

  #compare(found: ToldPass, expected: ToldPass): void {
    this.#note("rise s", (found.riseMs - expected.riseMs) / 1000);
    this.#note(
      "culm. s",
      (found.culminationMs - expected.culminationMs) / 1000,
    );
    this.#note("set s", (found.setMs - expected.setMs) / 1000);
    this.#note("elev. deg", found.elevationDeg - expected.elevationDeg);
    this.#note("range km", found.rangeKm - expected.rangeKm);
    expected.azimuthsDeg.forEach((azimuthDeg, i) => {
      const turnDeg = (found.azimuthsDeg[i]! - azimuthDeg + 540) % 360 - 180;
      // Across the sky: near the zenith an azimuth means little.
      const shareOfTurn = i === 1 ? Math.cos(expected.elevationDeg * RAD) : 1;
      this.#note("azim. deg", turnDeg * shareOfTurn);
    });
  }

  #note(quantity: Quantity, difference: number): void {
    if (Number.isNaN(difference)) return;
    const most = this.#most.get(quantity) ?? 0;
    this.#most.set(quantity, Math.max(most, Math.abs(difference)));
  }

  /** What it has come to, in the order of `COLUMNS`. */
  get cells(): string[] {
    const counts = [this.#expected, this.#missed, this.#invented];
    return [
      ...counts.map(String),
      ...Object.entries(QUANTITIES).map(([quantity, digits]) =>
        this.#most.get(quantity as Quantity)?.toFixed(digits) ?? "-"
      ),
    ];
  }
}

const COLUMNS = ["passes", "missed", "invented", ...Object.keys(QUANTITIES)];

/** Prints a table of the largest differences. */
export function printDifferences(
  title: string,
  rows: { readonly [label: string]: PassDifferences },
  target?: string,
): void {
  printTitle(title, target);
  printRow("", COLUMNS);
  for (const [label, differences] of Object.entries(rows)) {
    printRow(label, differences.cells);
  }
}

function printRow(label: string, cells: readonly string[]): void {
  const padded = cells.map((cell) => cell.padStart(9));
  console.log(`  ${label.padEnd(44)} ${padded.join(" ")}`);
}
