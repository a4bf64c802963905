/** Better or worse than usual; without any it is a plain number. */
export type Tone = "good" | "attention" | "broken" | "dim";

/** One place of a table. */
export interface Cell {
  text: string;
  tone?: Tone;
  /** Of which the local time is told on hovering. */
  atMs?: number;
}

export type Row = readonly Cell[];

/** A table's rows, and what is to be said of all of them. */
export interface Rows {
  rows: readonly Row[];
  /** Of another time than now: why, in words. */
  old?: string;
}
