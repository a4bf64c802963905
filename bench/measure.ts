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

/** How long something took that is done at once, in ms. */
export function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
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
export function print(figure: Figure, target?: string): void {
  const { name, unit, ours, others } = figure;
  printTitle(name, target);
  for (const runs of [ours, ...others]) {
    const rates = runs.map(rate).sort((a, b) => a - b);
    const [least, median, most] = rates.map(format);
    console.log(
      `  ${runs[0]!.label.padEnd(44)} ${median!.padStart(11)} ${unit}/s` +
        `   (${least} to ${most})${each(runs)}`,
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

/** Prints what single things took, of each kind the median and the most. */
export function printTimes(
  name: string,
  times: { readonly [label: string]: readonly number[] },
  target?: string,
): void {
  printTitle(name, target);
  for (const [label, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    const most = all.length < 100
      ? ""
      : `99 % within ${within(sorted, 0.99)}, `;
    printLine(
      label,
      within(sorted, 0.5),
      `ms   (${all.length} times; ${most}${within(sorted, 1)} at most)`,
    );
  }
}

function within(sorted: readonly number[], share: number): string {
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[index]!.toFixed(2);
}

export function printTitle(name: string, target?: string): void {
  console.log(`\n${name}`);
  if (target !== undefined) console.log(`  target: ${target}`);
}

export function printLine(label: string, value: string, unit: string): void {
  console.log(`  ${label.padEnd(44)} ${value.padStart(11)} ${unit}`);
}

/** How long each took, where that is long enough to be told. */
function each(runs: readonly Run[]): string {
  const times = runs.map(({ count, ms }) => ms / count).sort((a, b) => a - b);
  const ms = times[Math.floor(times.length / 2)]!;
  return ms < 0.01 ? "" : `   ${ms.toFixed(2)} ms each`;
}

function rate({ count, ms }: Run): number {
  return count / ms * 1000;
}

function format(value: number): string {
  const digits = value < 100 ? 1 : 0;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
