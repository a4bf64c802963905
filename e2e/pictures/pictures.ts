import type { Page } from "playwright-core";
import { MINUTE_MS } from "../../shared/projection/time_range.ts";

/** TERRA is over Moscow then, and the elements are a day old. */
export const NOW_MS = Date.UTC(2026, 7, 23, 17, 50);

/** What one picture is of. */
export interface Picture {
  readonly name: string;
  /** Path and query. */
  readonly view: string;
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  /** What is there once all that it shows has come. */
  readonly shows: string;
  /** For how long nothing has come on the topic of TERRA. */
  readonly silentMs?: number;
  /** What its visitor has done before. */
  readonly act?: (page: Page) => Promise<void>;
}

const WIDE = { width: 1280, height: 980 };
const PHONE = { width: 390, height: 844 };
const CHARTS = "[data-points]:not([data-points='0'])";
const MOSCOW = "lat=55.75&lon=37.62&place=Moscow";

/** All pictures of the page, as the README and others show them. */
export const PICTURES: readonly Picture[] = [
  { name: "live", view: "/", ...WIDE, dark: true, shows: CHARTS },
  {
    name: "day",
    view: "/?window=24h&satellites=25994",
    ...WIDE,
    dark: false,
    shows: CHARTS,
  },
  {
    name: "replay",
    view: "/?from=2026-08-23T12:00:00Z&to=2026-08-23T16:00:00Z" +
      "&speed=60&at=2026-08-23T14:36:00Z",
    ...WIDE,
    dark: true,
    shows: CHARTS,
  },
  {
    name: "antimeridian",
    view: "/",
    width: 1280,
    height: 720,
    dark: true,
    shows: CHARTS,
    act: bringTheAntimeridianToTheMiddle,
  },
  {
    name: "passes",
    view: `/passes?${MOSCOW}`,
    ...WIDE,
    dark: true,
    shows: "[data-testid=sky-plot]",
  },
  {
    name: "status",
    view: "/status",
    ...WIDE,
    dark: true,
    shows: ".actions li",
    silentMs: 12 * MINUTE_MS,
  },
  { name: "phone", view: "/", ...PHONE, dark: true, shows: CHARTS },
  {
    name: "phone-passes",
    view: `/passes?${MOSCOW}`,
    ...PHONE,
    dark: false,
    shows: "tr[data-pass]",
  },
];

async function bringTheAntimeridianToTheMiddle(page: Page): Promise<void> {
  const map = page.getByRole("group", { name: /^World map/ });
  await map.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await map.blur();
}
