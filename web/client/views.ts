/// <reference lib="dom" />
import { AuditView } from "./audit/audit_view.ts";
import { DriftView } from "./drift/drift_view.ts";
import type { Announcer } from "./header.ts";
import { SatellitesView } from "./satellites/satellites_view.ts";
import type { View } from "./view.ts";

/** Returns the page's views, in the order in which they are drawn. */
export function createViews(root: HTMLElement, announcer: Announcer): View[] {
  return [
    new SatellitesView(root, announcer),
    new AuditView(root),
    new DriftView(root),
  ];
}
