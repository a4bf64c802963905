/// <reference lib="dom" />

/**
 * Lets the browser scroll what gets the focus to below the part that stays on
 * top, however high that is by now; it would be hidden beneath otherwise.
 */
export function keepBelowTop(top: HTMLElement): void {
  const { style } = document.documentElement;
  new ResizeObserver(() => {
    style.scrollPaddingTop = `${top.offsetHeight + 8}px`;
  }).observe(top);
}
