const MOSCOW = "lat=55.75&lon=37.62&place=Moscow";

/** Every page, and what is there once it has its data. */
export const EVERY_PAGE = [
  { path: "/", shows: "[data-points]:not([data-points='0'])" },
  { path: `/passes?${MOSCOW}`, shows: "tr[data-pass]" },
  { path: "/elements", shows: "[data-testid=audit-expected]:not(:empty)" },
  { path: "/status", shows: "#status table" },
  { path: "/docs", shows: "main h2" },
] as const;
