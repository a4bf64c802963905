/// <reference lib="dom" />
import { AuditView } from "./audit/audit_view.ts";
import { DriftView } from "./drift/drift_view.ts";
import { ElementsOnly } from "./elements_only.ts";
import type { Announcer } from "./header.ts";
import { type PassesActions, PassesView } from "./passes/passes_view.ts";
import { type SkyActions, SkyView } from "./sky/sky_view.ts";
import { SatellitesView } from "./satellites/satellites_view.ts";
import type { View } from "./view.ts";

/** Returns the page's views, in the order in which they are drawn. */
export function createViews(
  roots: { sky: HTMLElement; satellites: HTMLElement },
  { announcer, ...actions }:
    & { announcer: Announcer }
    & SkyActions
    & PassesActions,
): View[] {
  const elementsOnly = new ElementsOnly();
  return [
    new SkyView(roots.sky, actions),
    new SatellitesView(roots.satellites, announcer),
    new PassesView(roots.satellites, elementsOnly, actions),
    new AuditView(roots.satellites, elementsOnly),
    new DriftView(roots.satellites, elementsOnly),
  ];
}
