import type { PartName } from "./crash_parts.ts";

/** What happens at one step of a run, before anything of it has happened. */
export interface PlannedCrash {
  /** Appended before, so that there is something to do. */
  readonly hours: number;
  /** Whether a replay is started, where none runs, that may come to its end. */
  readonly replays: boolean;
  /** Of the replay that is started. */
  readonly replayArgs: readonly string[];
  /** Whether the wait begins at a commit of the projector. */
  readonly atCommit: boolean;
  readonly waitMs: number;
  /** Killed at once. */
  readonly victims: readonly PartName[];
}

/** Each of them as often as it is written here. */
const VICTIMS: readonly (readonly PartName[])[] = [
  ["projector"],
  ["projector"],
  ["projector"],
  ["replay"],
  ["replay"],
  ["projector", "replay"],
  ["terra"],
  ["aqua"],
  ["terra", "projector"],
];

const REPLAY_ARGS = [[], [], [], ["--rollback"], ["--restart"]];

/** Takes as many random numbers for every step, however the last one went. */
export function planCrash(random: (below: number) => number): PlannedCrash {
  const atCommit = random(2) === 0;
  return {
    hours: 1 + random(10),
    replays: random(2) === 0,
    replayArgs: REPLAY_ARGS[random(REPLAY_ARGS.length)]!,
    atCommit,
    waitMs: random(atCommit ? 100 : 1500),
    victims: VICTIMS[random(VICTIMS.length)]!,
  };
}
