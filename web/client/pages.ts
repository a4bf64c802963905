/** What the page can show under its one time control, by its path. */
export const pages = {
  dashboard: "/",
  passes: "/passes",
  elements: "/elements",
  status: "/status",
} as const;

export type Page = keyof typeof pages;

/** Returns what a path shows: the dashboard, where it is none of them. */
export function pageOf(path: string): Page {
  const known = Object.keys(pages) as Page[];
  return known.find((page) => pages[page] === path) ?? "dashboard";
}
