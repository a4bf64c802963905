import { formatInstant } from "../../shared/instant.ts";
import { type Check, describeFault } from "./fault.ts";
import type { Verified } from "./verify_projection.ts";
import type { VerifySubject } from "./verify_report.ts";

/** More are counted, not listed; `--json` has them all. */
const MOST_LISTED = 20;

/** What was found, for people: a line a check, and then what is wrong. */
export function describeVerified(
  subject: VerifySubject,
  verified: Verified,
): string {
  const { faults } = verified;
  const listed = faults.slice(0, MOST_LISTED).map(describeFault);
  const more = faults.length - listed.length;
  return [
    subject.path,
    ...CHECKS.map(([check, title, describe]) => {
      const count = faults.filter((fault) => fault.check === check).length;
      const verdict = count === 0 ? "sound" : `${number(count)} WRONG`;
      return `${title.padEnd(12)} ${verdict}: ${describe(verified, subject)}`;
    }),
    ...listed,
    ...(more > 0 ? [`and ${number(more)} more, all in --json`] : []),
  ].join("\n");
}

type Describe = (verified: Verified, subject: VerifySubject) => string;

const CHECKS: readonly (readonly [Check, string, Describe])[] = [
  ["counts", "Counts", describeCounts],
  ["log", "Log", describeLog],
  ["sealed", "Sealed hours", describeHours],
  ["propagation", "Propagation", describePropagation],
];

function describeCounts({ counts }: Verified): string {
  const { partitions, topics } = counts;
  return `${sum(partitions, "recordsRead")} records read = ` +
    `${sum(partitions, "recordsApplied")} applied + ` +
    `${sum(partitions, "deadLetters")} dead letters; ` +
    `${sum(topics, "positionsDecoded")} positions decoded = ` +
    `${sum(topics, "positionsStored")} stored + ` +
    `${sum(topics, "positionsSuperseded")} superseded, in ` +
    `${number(partitions.length)} partitions of ${
      number(topics.length)
    } topics`;
}

function describeLog({ comparedHours }: Verified, { seed }: VerifySubject) {
  const sample = seed === null ? "" : `, a sample by seed ${seed}`;
  return `hours compared with it: ${number(comparedHours)}${sample}`;
}

function describeHours({ hours }: Verified): string {
  return `${number(hours.sealedHours)}, beside ` +
    `${number(hours.openHours)} that are open`;
}

function describePropagation({ hours }: Verified): string {
  const { positions, unknown, largest } = hours;
  const without = unknown === 0
    ? ""
    : `, ${number(unknown)} of them without known elements`;
  const error = largest === null
    ? ""
    : `, largest error ${largest.errorM.toFixed(3)} m (${largest.noradId} ` +
      `on ${largest.topic} at ${formatInstant(largest.timeMs)})`;
  return `${number(positions)} positions${without}${error}`;
}

function sum<K extends string>(
  of: readonly { readonly [N in K]: number }[],
  name: K,
): string {
  return number(of.reduce((total, one) => total + one[name], 0));
}

function number(count: number): string {
  return count.toLocaleString("en");
}
