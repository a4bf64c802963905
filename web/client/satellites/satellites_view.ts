/// <reference lib="dom" />
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { mostPanels, type Roster } from "../feed/roster.ts";
import type { Announcer } from "../header.ts";
import type { ViewState } from "../time_control/view_state.ts";
import type { View } from "../view.ts";
import { arrange } from "./arrange.ts";
import { BackfillReader } from "./backfill_reader.ts";
import { texts } from "./columns_texts.ts";
import { Crosshair } from "./crosshair.ts";
import { NotShown } from "./not_shown.ts";
import { orderSatellites } from "./order_satellites.ts";
import { OriginCard } from "./origin_card.ts";
import { SatellitePanel } from "./satellite_panel.ts";

/** Returns those that are to have a column, of those that have one or wait. */
export type ArrangeColumns = (noradIds: readonly number[]) => number[];

/** Changes which satellites have a column, and in what order. */
export interface ColumnsActions {
  readonly roster: Roster;
  add(noradId: number): void;
  arrange(change: ArrangeColumns): void;
  /** All there are, in the order of the page. */
  showAll(): void;
}

interface SatellitesViewRoots {
  columns: HTMLElement;
  notShown: HTMLElement;
}

/** A column for each satellite; one that joins later gets its own at once. */
export class SatellitesView implements View {
  readonly #columns: HTMLElement;
  readonly #notShown: NotShown;
  readonly #options: ColumnsActions & { announcer: Announcer };
  readonly #panels = new Map<number, SatellitePanel>();
  readonly #crosshair = new Crosshair(() => {
    for (const panel of this.#panels.values()) panel.drawPointed();
  });
  readonly #origin = new OriginCard(() => this.#crosshair.release());
  readonly #backfills = new BackfillReader(() => this.#redraw());
  #ids: number[] = [];
  #shown: Parameters<View["draw"]> | null = null;

  constructor(
    { columns, notShown }: SatellitesViewRoots,
    options: ColumnsActions & { announcer: Announcer },
  ) {
    this.#columns = columns;
    this.#notShown = new NotShown(notShown, {
      add: (noradId) => options.add(noradId),
      addAll: options.showAll,
    });
    this.#options = options;
  }

  draw(recording: Recording, moment: Moment, state: ViewState): void {
    this.#shown = [recording, moment, state];
    const ids = columnsOf(recording, state.satellites);
    const giveFocus = ids.join() === this.#ids.join()
      ? null
      : this.#takeFocus(ids);
    this.#arrange(ids);
    this.#notShown.draw(this.#options.roster, this.#ids);
    this.#backfills.readFor(this.#ids, moment, recording);
    for (const [index, noradId] of this.#ids.entries()) {
      const record = recording.satellites.get(noradId)!;
      this.#panels.get(noradId)!.draw(recording, record, moment, {
        index,
        count: this.#ids.length,
        filledIn: this.#backfills.of(noradId),
      });
    }
    giveFocus?.();
  }

  /** Who is at something that goes is taken to what stands in its place. */
  #takeFocus(ids: readonly number[]): () => void {
    const before = this.#ids;
    const at = document.activeElement;
    const left = before.find((id) =>
      this.#panels.get(id)!.element.contains(at)
    );
    const isAdding = this.#notShown.holds(at);
    const isGone = left !== undefined && !ids.includes(left);
    const words = isGone ? texts.hidden.said(this.#panels.get(left)!.name) : "";
    this.#options.announcer.announce("columns", words);
    return () => {
      const next = isGone
        ? ids[before.indexOf(left)] ?? ids.at(-1)
        : isAdding
        ? ids.find((id) => !before.includes(id))
        : left;
      // A button that is of no use any more has the focus for a moment yet.
      const now = document.activeElement;
      const isLost = now === document.body || now?.matches(":disabled");
      if (next === undefined || !isLost) return;
      this.#panels.get(next)!.focus(isGone || isAdding) ||
        this.#notShown.focus();
    };
  }

  retheme(): void {
    for (const panel of this.#panels.values()) panel.retheme();
  }

  #redraw(): void {
    if (this.#shown && !document.hidden) this.draw(...this.#shown);
  }

  #arrange(ids: number[]): void {
    if (ids.join() === this.#ids.join()) return;
    this.#ids = ids;
    for (const [id, panel] of this.#panels) {
      if (!ids.includes(id)) {
        panel.destroy();
        this.#panels.delete(id);
      }
    }
    const focused = document.activeElement;
    for (const id of ids) {
      const panel = this.#panels.get(id) ?? this.#makePanel(id);
      this.#panels.set(id, panel);
      this.#columns.append(panel.element);
    }
    // What is moved loses it.
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    this.#columns.dataset.count = String(ids.length);
  }

  #makePanel(noradId: number): SatellitePanel {
    return new SatellitePanel(noradId, {
      announcer: this.#options.announcer,
      crosshair: this.#crosshair,
      onAction: (id, action) =>
        this.#options.arrange((ids) => arrange(ids, id, action)),
      onChoose: (point) => {
        this.#crosshair.hold(point.timeMs);
        void this.#origin.show(point);
      },
    });
  }
}

/** Those that are recorded, in the order chosen or else in that of the page. */
function columnsOf(
  { satellites }: Recording,
  chosen: readonly number[] | null,
): number[] {
  const ids = chosen?.filter((id) => satellites.has(id)) ??
    orderSatellites([...satellites.values()].map(({ info }) => info))
      .map(({ norad_id }) => norad_id);
  return ids.slice(0, mostPanels);
}
