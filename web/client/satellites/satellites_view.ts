/// <reference lib="dom" />
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { mostPanels } from "../feed/roster.ts";
import type { Announcer } from "../header.ts";
import type { View } from "../view.ts";
import { orderSatellites } from "./order_satellites.ts";
import { SatellitePanel } from "./satellite_panel.ts";

/** A column for each satellite; one that joins later gets its own at once. */
export class SatellitesView implements View {
  readonly #root: HTMLElement;
  readonly #announcer: Announcer;
  readonly #panels = new Map<number, SatellitePanel>();
  #order = "";

  constructor(root: HTMLElement, announcer: Announcer) {
    this.#root = root;
    this.#announcer = announcer;
  }

  draw(recording: Recording, moment: Moment): void {
    const records = [...recording.satellites.values()];
    const ids = orderSatellites(records.map((record) => record.info))
      .slice(0, mostPanels).map((info) => info.norad_id);
    this.#arrange(ids);
    for (const record of records) {
      const panel = this.#panels.get(record.info.norad_id);
      panel?.draw(recording, record, moment);
    }
  }

  retheme(): void {
    for (const panel of this.#panels.values()) panel.retheme();
  }

  #arrange(ids: number[]): void {
    const order = ids.join(",");
    if (order === this.#order) return;
    this.#order = order;
    for (const [id, panel] of this.#panels) {
      if (!ids.includes(id)) {
        panel.destroy();
        this.#panels.delete(id);
      }
    }
    for (const id of ids) {
      const panel = this.#panels.get(id) ??
        new SatellitePanel(id, this.#announcer);
      this.#panels.set(id, panel);
      this.#root.append(panel.element);
    }
    this.#root.dataset.count = String(ids.length);
  }
}
