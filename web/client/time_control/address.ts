/// <reference lib="dom" />
import {
  formatViewState,
  parseViewState,
  type ViewState,
} from "./view_state.ts";

/** Whether a change of view can be gone back from. */
export type AddressChange = "push" | "replace";

/** Returns the view of the page's address, and what in it could not be followed. */
export function readAddress(nowMs: number): ReturnType<typeof parseViewState> {
  return parseViewState(location, nowMs);
}

/** Puts a view into the page's address, as a step back where that is asked for. */
export function writeAddress(state: ViewState, change: AddressChange): void {
  const place = formatViewState(state);
  if (place === `${location.pathname}${location.search}`) return;
  const address = `${place}${location.hash}`;
  if (change === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}
