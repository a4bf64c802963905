/// <reference lib="dom" />
import { currentTheme, resolveColour, type Theme } from "../theme.ts";

/** The colours of the map in the theme in use. */
export interface MapLook {
  theme: Theme;
  sea: string;
  land: string;
  grid: string;
  night: string;
  ink: string;
  dim: string;
  /** Around what is drawn over the land, so that it stands out. */
  edge: string;
}

export function mapLook(): MapLook {
  return {
    theme: currentTheme(),
    sea: resolveColour("--map-sea"),
    land: resolveColour("--map-land"),
    grid: resolveColour("--map-grid"),
    night: resolveColour("--map-night"),
    ink: resolveColour("--ink"),
    dim: resolveColour("--dim"),
    edge: resolveColour("--panel"),
  };
}
