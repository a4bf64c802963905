import type { Locator } from "playwright-core";

/** Returns what a satellite's column says of a number, with its unit and side. */
export function readReading(column: Locator, testId: string): Promise<string> {
  const value = column.page().getByTestId(testId);
  return column.locator("dd", { has: value }).innerText();
}

/** Returns an angle as a column is to say it: its size, and on which side. */
export function angleOf(degrees: number, sides: "NS" | "EW"): string {
  const rounded = Number(degrees.toFixed(2));
  return `${Math.abs(rounded).toFixed(2)}° ${sides[rounded < 0 ? 1 : 0]}`;
}
