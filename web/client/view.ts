import type { Moment } from "./feed/moment.ts";
import type { Recording } from "./feed/recording.ts";
import type { ViewState } from "./time_control/view_state.ts";

/** One part of the page that shows what is recorded at the moment shown. */
export interface View {
  draw(recording: Recording, moment: Moment, state: ViewState): void;
  /** The colours have changed. */
  retheme(): void;
}
