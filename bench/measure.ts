/** What one run of one contestant did. */
export interface Run {
  readonly label: string;
  /** How many things were done, and in what time. */
  readonly count: number;
  readonly ms: number;
}

/** Runs something once and says how long it took for `count` things. */
export async function timed(
  label: string,
  count: number,
  work: () => Promise<unknown> | unknown,
): Promise<Run> {
  const start = performance.now();
  await work();
  return { label, count, ms: performance.now() - start };
}

/** One line of the report: ours, what it is held against, and the ratio. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly Run[];
  readonly bare: readonly Run[];
}

const ROUNDS = 3;

/**
 * Runs ours and the bare one in turn, round by round, so that a machine that
 * slows down slows both.
 */
export async function compare(
  name: string,
  unit: string,
  contestants: {
    readonly ours: () => Promise<Run>;
    readonly bare: () => Promise<Run>;
  },
): Promise<Figure> {
  const ours: Run[] = [];
  const bare: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await contestants.ours());
    bare.push(await contestants.bare());
  }
  return { name, unit, ours, bare };
}

/** Prints figures as they come: medians, and the ratio of each round. */
export function print(figure: Figure): void {
  const ratios = figure.ours.map((run, i) => rate(run) / rate(figure.bare[i]!))
    .sort((a, b) => a - b);
  console.log(`\n${figure.name}`);
  for (const runs of [figure.ours, figure.bare]) {
    const rates = runs.map(rate).sort((a, b) => a - b);
    const [least, median, most] = rates.map(format);
    console.log(
      `  ${runs[0]!.label.padEnd(44)} ${
        median!.padStart(11)
      } ${figure.unit}/s` +
        `   (${least} to ${most})`,
    );
  }
  const [least, median, most] = ratios.map((ratio) => ratio.toFixed(2));
  console.log(
    `  ${"ratio".padEnd(44)} ${median!.padStart(11)}   (${least} to ${most})`,
  );
}

function rate({ count, ms }: Run): number {
  return count / ms * 1000;
}

function format(value: number): string {
  const digits = value < 100 ? 1 : 0;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
