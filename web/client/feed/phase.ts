/** Where a stream stands: before its first state, in its range, live, or over. */
export type Phase = "waiting" | "range" | "live" | "behind" | "end";
