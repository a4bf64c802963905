/** Tells people what happened. */
export type Report = (
  message: string,
  level: "debug" | "info" | "warning" | "error",
) => void;
