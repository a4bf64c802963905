import type { Moment } from "./feed/moment.ts";
import type { Recording } from "./feed/recording.ts";

/** One part of the page that shows what is recorded at the moment shown. */
export interface View {
  draw(recording: Recording, moment: Moment): void;
  /** The colours have changed. */
  retheme(): void;
}
