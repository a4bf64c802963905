import { parseOmmJson } from "../../tle/formats/parse_omm.ts";

/** What came back for a query, whole. */
export interface CelestrakReply {
  readonly status: number;
  /** Where a redirect points. */
  readonly location: string | null;
  readonly body: string;
}

/** What a reply means for what we have and for asking on. */
export interface CelestrakVerdict {
  /** Whether the body holds element sets, and takes the place of the last. */
  readonly isGood: boolean;
  /** What is wrong and what to do, for the operator; null where nothing is. */
  readonly problem: string | null;
  /**
   * Whether no other query may be asked either: what is wrong is not the
   * query, and CelesTrak shuts out whoever goes on asking then.
   */
  readonly stopsAll: boolean;
}

const NO_SUCH_OBJECT = /no gp data found/i;
const NOT_UPDATED = /gp data has not updated since/i;

const OTHER_REMEDY = "Look at the address in a browser, and at " +
  "https://celestrak.org/usage-policy.php";

const STATUS_REMEDIES: Readonly<Record<number, string>> = {
  403: "CelesTrak refuses this address, as it does where too much was asked " +
    "or was asked on after errors. Wait; ask it with no other program either",
  404: "There is nothing under that address. Look whether CELESTRAK_URL is " +
    "right",
  429: "Too much was asked from this address. Wait",
};

/** Reads what CelesTrak answered. */
export function judgeCelestrakAnswer(
  { status, location, body }: CelestrakReply,
): CelestrakVerdict {
  // These two come with a status of 200 or with another.
  if (NO_SUCH_OBJECT.test(body)) {
    return bad("CelesTrak has no such object", "Look at the name or number");
  }
  if (NOT_UPDATED.test(body)) {
    return bad(
      "CelesTrak gives its data once, and has given this already, to another " +
        "program at this address",
      "What was received here before goes on serving",
    );
  }
  if (status >= 300 && status < 400) {
    return stop(
      `it must answer 200: current value is ${status}, moved to ${location}`,
      "Set CELESTRAK_URL to the new address",
    );
  }
  if (status !== 200) {
    const remedy = STATUS_REMEDIES[status] ??
      (status >= 500 ? "The site has a fault. Wait" : OTHER_REMEDY);
    return stop(
      `it must answer 200: current value is ${status} ${quote(body)}`,
      remedy,
    );
  }
  if (/^\s*</.test(body)) {
    return stop(
      `it must answer with JSON: current value is a page, ${quote(body)}`,
      "Look whether CELESTRAK_URL is right and no proxy answers in its place",
    );
  }
  if (body.trim() === "[]") {
    return bad("CelesTrak has no such object", "Look at the name or number");
  }
  const { elementSets, problems: [problem] } = parseOmmJson(body);
  if (elementSets.length > 0) {
    return { isGood: true, problem: null, stopsAll: false };
  }
  return bad(
    `Cannot read CelesTrak's answer: ${problem?.message.slice(0, 300)}`,
    "It may have been cut off on its way",
  );
}

/** What is wrong where there was no answer at all. */
export function judgeNoAnswer(reason: string): CelestrakVerdict {
  return stop(
    `it must answer: current value is no answer, ${reason}`,
    "Look at the network; CelesTrak does not answer addresses either that " +
      "it has shut out",
  );
}

function bad(what: string, remedy: string): CelestrakVerdict {
  return { isGood: false, problem: `${what}. ${remedy}`, stopsAll: false };
}

function stop(what: string, remedy: string): CelestrakVerdict {
  const problem = `Cannot ask CelesTrak as ${what}. ${remedy}`;
  return { isGood: false, problem, stopsAll: true };
}

function quote(body: string): string {
  const text = body.trim().replaceAll(/\s+/g, " ");
  return JSON.stringify(text.length <= 120 ? text : `${text.slice(0, 120)}…`);
}
