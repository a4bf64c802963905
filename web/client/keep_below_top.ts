/// <reference lib="dom" />

/**
 * Lets the browser scroll what gets the focus to below the part that stays on
 * top, however high that is by now; it would be hidden beneath otherwise.
 */
export function keepBelowTop(top: HTMLElement): void {
  const header = top.querySelector<HTMLElement>(".page-header")!;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    // On small screens the header stays alone, and only its last line.
    const stays = getComputedStyle(header);
    const height = stays.position === "sticky"
      ? header.offsetHeight + parseFloat(stays.top)
      : top.offsetHeight;
    style.scrollPaddingTop = `${height + 8}px`;
    style.setProperty("--below-top", `${height + 8}px`);
  });
  for (const part of top.children) observer.observe(part);
}
