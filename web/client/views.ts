/// <reference lib="dom" />
import { AuditView } from "./audit/audit_view.ts";
import { DriftView } from "./drift/drift_view.ts";
import { ElementsOnly } from "./elements_only.ts";
import type { Announcer } from "./header.ts";
import { type MapActions, MapView } from "./map/map_view.ts";
import {
  type NextPassesActions,
  NextPassesView,
} from "./passes/next_passes_view.ts";
import { PassesReader } from "./passes/passes_reader.ts";
import { type PassesActions, PassesView } from "./passes/passes_view.ts";
import {
  SatelliteTable,
  type TableActions,
} from "./satellites/satellite_table.ts";
import {
  type ColumnsActions,
  SatellitesView,
} from "./satellites/satellites_view.ts";
import type { Page } from "./pages.ts";
import type { Needs } from "./status/needs.ts";
import type { StatusReader } from "./status/status_reader.ts";
import { StatusView } from "./status/status_view.ts";
import type { View } from "./view.ts";

/** Returns the views of each page, in the order in which they are drawn. */
export function createViews(
  document: Document,
  { announcer, status, ...actions }:
    & {
      announcer: Announcer;
      status: { reader: StatusReader; needs: Needs };
    }
    & MapActions
    & ColumnsActions
    & TableActions
    & PassesActions
    & NextPassesActions,
): Record<Page, View[]> {
  const elementsOnly = new ElementsOnly();
  const reader = new PassesReader();
  const root = (id: string) => document.getElementById(id)!;
  return {
    dashboard: [
      new MapView(root("map"), actions),
      new NextPassesView(root("next-passes"), reader, actions),
      new SatelliteTable(root("satellite-table"), actions),
      new SatellitesView({
        columns: root("satellites"),
        notShown: root("not-shown"),
      }, { announcer, ...actions }),
    ],
    passes: [
      new PassesView(root("passes"), { reader, elementsOnly }, actions),
    ],
    elements: [
      new AuditView(root("elements"), elementsOnly),
      new DriftView(root("elements"), elementsOnly),
    ],
    status: [new StatusView(root("status"), status)],
  };
}
