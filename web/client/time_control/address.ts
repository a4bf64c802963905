/// <reference lib="dom" />
import { type Page, pages } from "../pages.ts";
import {
  formatViewState,
  parseViewState,
  type ViewState,
} from "./view_state.ts";

/** Whether a change of view can be gone back from, and by `undoZoom` as well. */
export type AddressChange = "push" | "zoom" | "replace";

/** Returns the view of the page's address, and what in it could not be followed. */
export function readAddress(nowMs: number): ReturnType<typeof parseViewState> {
  return parseViewState(location, nowMs);
}

/** Puts a view into the page's address, as a step back where that is asked for. */
export function writeAddress(state: ViewState, change: AddressChange): void {
  const place = formatViewState(state);
  if (place === `${location.pathname}${location.search}`) return;
  const address = `${place}${location.hash}`;
  if (change === "replace") history.replaceState(history.state, "", address);
  else history.pushState(change === "zoom" ? "zoom" : null, "", address);
}

/** Puts another page into the address, of the same view. */
export function turnAddress(page: Page): void {
  const address = `${pages[page]}${location.search}${location.hash}`;
  history.pushState(null, "", address);
}

/** Goes back to what was shown before a stretch of it was chosen, if one was. */
export function undoZoom(): void {
  if (history.state === "zoom") history.back();
}
