/** Tells people what happened. */
export type Report = (
  message: string,
  level: "info" | "warning" | "error",
) => void;
