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

/** Ours, and what it is held against, round by round. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly Run[];
  readonly others: readonly (readonly Run[])[];
}

type Contestant = () => Promise<Run>;

const ROUNDS = 3;

/**
 * Runs ours and the others in turn, round by round, so that a machine that
 * slows down slows all of them.
 */
export async function compare(
  name: string,
  unit: string,
  { ours, ...others }: { readonly ours: Contestant } & {
    readonly [other: string]: Contestant;
  },
): Promise<Figure> {
  const contestants = [ours, ...Object.values(others)];
  const runs = contestants.map((): Run[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, run] of contestants.entries()) runs[i]!.push(await run());
  }
  return { name, unit, ours: runs[0]!, others: runs.slice(1) };
}

/** Prints figures as they come: medians, and the ratio of each round. */
export function print({ name, unit, ours, others }: Figure): void {
  console.log(`\n${name}`);
  for (const runs of [ours, ...others]) {
    const rates = runs.map(rate).sort((a, b) => a - b);
    const [least, median, most] = rates.map(format);
    console.log(
      `  ${runs[0]!.label.padEnd(44)} ${median!.padStart(11)} ${unit}/s` +
        `   (${least} to ${most})`,
    );
  }
  for (const runs of others) {
    const label = others.length > 1 ? `ratio to ${runs[0]!.label}` : "ratio";
    const ratios = ours.map((run, i) => rate(run) / rate(runs[i]!))
      .sort((a, b) => a - b);
    const [least, median, most] = ratios.map((ratio) => ratio.toFixed(2));
    console.log(
      `  ${label.padEnd(44)} ${median!.padStart(11)}   (${least} to ${most})`,
    );
  }
}

function rate({ count, ms }: Run): number {
  return count / ms * 1000;
}

function format(value: number): string {
  const digits = value < 100 ? 1 : 0;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
