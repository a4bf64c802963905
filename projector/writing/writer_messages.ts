import type {
  Checkpoint,
  LogPosition,
} from "../../shared/event_log/event_log.ts";
import type { TopicSatellites } from "../../shared/events/event_source.ts";
import type { Changes } from "./changes.ts";
import type { Retried } from "../dead_letters/retry_dead_letters.ts";

/** What the projector's main thread asks of the thread that writes. */
export type WriterRequest =
  | {
    readonly kind: "open";
    readonly path: string;
    readonly topics: readonly string[];
    readonly topicSatellites: TopicSatellites;
    readonly notesLateRanges: boolean;
  }
  | { readonly kind: "commit"; readonly changes: Changes }
  | { readonly kind: "retry"; readonly after: LogPosition | null }
  | { readonly kind: "tidy" }
  | { readonly kind: "close" };

/** `stop waiting` fails what waits for the disk, instead of trying again. */
export type ToWriter = WriterRequest | { readonly kind: "stop waiting" };

/** What the thread that writes answers, one answer a request. */
export type WriterAnswer =
  | { readonly kind: "opened"; readonly checkpoints: Checkpoint[] }
  | { readonly kind: "committed" }
  | { readonly kind: "retried"; readonly retried: Retried }
  | {
    readonly kind: "tidied";
    readonly found: boolean;
    /** What could not be done, and holds up nothing else; mostly null. */
    readonly trouble: string | null;
  }
  | { readonly kind: "closed" }
  | { readonly kind: "failed"; readonly reason: string };

/** `waiting`: the request cannot be written yet and is tried again. */
export type FromWriter =
  | WriterAnswer
  | { readonly kind: "waiting"; readonly reason: string };
