import type { LateRange } from "../../shared/projection/late_ranges.ts";
import type { Frame } from "./frame.ts";
import type { EncodeFor } from "./satellite_filter.ts";

/**
 * What the feed tells those who listen, encoded where it can be: what is said
 * to ten thousand clients is written once.
 */
export type FeedEvent =
  | { readonly kind: "tick"; readonly frame: Frame }
  | {
    readonly kind: "backfilled";
    readonly range: LateRange;
    readonly bytes: Uint8Array;
  }
  /** Some satellites are new, or their names, topics or elements are. */
  | { readonly kind: "satellites"; readonly encodeFor: EncodeFor }
  /** Ticks come, or they do not; the latter is said again and again. */
  | { readonly kind: "state"; readonly bytes: Uint8Array }
  /** Another projection is in use: all that was sent may have changed. */
  | { readonly kind: "replaced"; readonly noradIds: readonly number[] };
