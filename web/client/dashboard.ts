/// <reference lib="dom" />
import { describeSilence } from "./describe_silence.ts";
import { rangeChosen, rangeUndone } from "./charts/range_selection.ts";
import { describeConnection } from "./feed/connection.ts";
import { connectionFacts } from "./feed/connection_facts.ts";
import type { Problem } from "./feed/contract.ts";
import { CoverageReader } from "./feed/coverage_reader.ts";
import { Player, type Showing } from "./feed/player.ts";
import type { TimeRange } from "./feed/position_window.ts";
import type { Recording } from "./feed/recording.ts";
import { mostPanels, Roster } from "./feed/roster.ts";
import { ServerClock } from "./feed/server_clock.ts";
import { DrawLoop } from "./draw_loop.ts";
import { Announcer, Header } from "./header.ts";
import { keepBelowTop } from "./keep_below_top.ts";
import { Messages } from "./messages.ts";
import { Navigation } from "./navigation.ts";
import { Notice } from "./notice.ts";
import type { Page } from "./pages.ts";
import type { PassesChoice } from "./passes/passes_choice.ts";
import { orderSatellites } from "./satellites/order_satellites.ts";
import type { ArrangeColumns } from "./satellites/satellites_view.ts";
import { Needs } from "./status/needs.ts";
import { StatusReader } from "./status/status_reader.ts";
import { texts } from "./texts.ts";
import { wireTheme } from "./theme.ts";
import {
  type AddressChange,
  readAddress,
  turnAddress,
  undoZoom,
  writeAddress,
} from "./time_control/address.ts";
import { wireShortcuts } from "./time_control/shortcuts.ts";
import { Steering } from "./time_control/steering.ts";
import { TimeControl } from "./time_control/time_control.ts";
import type { ViewState } from "./time_control/view_state.ts";
import type { View } from "./view.ts";
import { createViews } from "./views.ts";
import { Warnings } from "./warnings.ts";

/** How everything is, is asked so often where that is shown, and elsewhere. */
const statusEveryMs = { shown: 2_000, else: 15_000 };

/** The whole page: what is asked for becomes a view, and what comes is drawn. */
export class Dashboard {
  readonly #clock = new ServerClock(() => Date.now());
  readonly #roster = new Roster();
  readonly #status: StatusReader;
  readonly #needs = new Needs();
  readonly #header: Header;
  readonly #warnings: Warnings;
  readonly #notice: Notice;
  readonly #control: TimeControl;
  readonly #navigation: Navigation;
  readonly #views: Record<Page, View[]>;
  readonly #player: Player;
  readonly #steering: Steering;
  readonly #loop = new DrawLoop(() => this.#draw());
  readonly #messages = new Messages(document);
  readonly #grid = find("#satellites");
  /** Why the server does not serve the view that is wanted. */
  #refusal: Problem | null = null;
  /** Whether the notice tells of a connection that the server has ended. */
  #dropped = false;
  #isGrowing = false;

  constructor() {
    const announcer = new Announcer(find("#announcer"));
    this.#header = new Header(document, announcer);
    this.#status = new StatusReader(() => this.#loop.request());
    this.#warnings = new Warnings(
      document,
      announcer,
      () => this.#turnTo({ page: "status" }),
    );
    this.#notice = new Notice(find("#notice"));
    this.#navigation = new Navigation(
      document,
      (page) => this.#turnTo({ page }),
    );
    this.#views = createViews(document, {
      announcer,
      roster: this.#roster,
      status: { reader: this.#status, needs: this.#needs },
      add: (noradId) =>
        this.#arrange((ids) => [
          ...ids.filter((id) => id !== noradId),
          noradId,
        ]),
      remove: (noradId) =>
        this.#arrange((ids) => ids.filter((id) => id !== noradId)),
      arrange: (change) => this.#arrange(change),
      showAll: () => this.#go({ ...this.#state(), satellites: null }, "push"),
      chooseMap: (map) => this.#keep(this.#player.choose({ map })),
      chooseTable: (table) => this.#keep(this.#player.choose({ table })),
      choosePasses: (passes) => this.#keep(this.#player.choose({ passes })),
      openPasses: (passes) => this.#turnTo({ page: "passes", passes }),
    });
    const parts = { clock: this.#clock, roster: this.#roster };
    this.#player = new Player(parts, {
      onChange: () => this.#loop.request(),
      onProblem: (problem) => {
        this.#dropped = true;
        this.#complain(texts.page.dropped, problem);
      },
      onRefused: (problem) => {
        this.#refusal = problem;
        // What is not known yet is a message of its own.
        if (problem.status === 404) this.#loop.request();
        else this.#complain(texts.page.refused, problem);
      },
    }, (state) => this.#go(state, "replace"));
    this.#steering = new Steering(this.#player, {
      now: () => this.#clock.now(),
      go: (state, change) => this.#go(state, change),
      keep: (state) => {
        this.#forgetRefusal();
        this.#keep(state);
      },
    });
    this.#control = new TimeControl(find("#time-control"), {
      steering: this.#steering,
      coverage: new CoverageReader(() => this.#loop.request()),
      connection: find("#connection"),
    });
  }

  /** Shows what the address asks for, and goes on from there. */
  async start(): Promise<void> {
    // Before anything is waited for: what is painted then has the right theme.
    wireTheme(find("#theme"), () => {
      for (const view of Object.values(this.#views).flat()) view.retheme();
      this.#loop.request();
    });
    keepBelowTop(find(".top"));
    // Whether an address is of the past is not for the visitor's clock to say.
    await this.#roster.load((serverTimeMs) => this.#clock.set(serverTimeMs));
    this.#readAddress();
    addEventListener("popstate", () => this.#readAddress());
    // Keys mean nothing before there is a view.
    this.#wireTime();
    this.#tick();
  }

  /** Once a second, as the clock turns. */
  #tick(): void {
    this.#loop.request();
    setTimeout(() => this.#tick(), 1_005 - this.#clock.now() % 1_000);
  }

  #readAddress(): void {
    const { state, problems } = readAddress(this.#clock.now());
    this.#go(state, "replace");
    this.#notice.show(problems);
  }

  #go(state: ViewState, change: AddressChange): void {
    this.#forgetRefusal();
    writeAddress(state, change);
    this.#player.open(state);
  }

  /** What was refused is not what is asked for now. */
  #forgetRefusal(): void {
    this.#refusal = null;
    this.#notice.show([]);
  }

  /** Another page at the same time; the stream goes on. */
  #turnTo(change: { page: Page; passes?: PassesChoice }): void {
    const state = this.#player.choose(change);
    if (state) return writeAddress(state, "push");
    // What will be shown is still to be read from the address.
    turnAddress(change.page);
    this.#navigation.draw(change.page);
  }

  /** Begins with what is wanted: what is drawn may be of an action before. */
  #arrange(change: ArrangeColumns): void {
    const satellites = change(this.#chosenIds());
    // There is no view of none.
    if (satellites.length === 0) return;
    this.#go({ ...this.#state(), satellites }, "push");
  }

  #chosenIds(): readonly number[] {
    const { state, session: { recording } } = this.#wanted();
    const { satellites, listed } = recording;
    return this.#roster.chosen(state.satellites) ?? orderSatellites(
      listed
        ? [...satellites.values()].map(({ info }) => info)
        : this.#roster.all,
    ).map(({ norad_id }) => norad_id);
  }

  /** By keys, and by what is dragged over in a chart, wherever on the page. */
  #wireTime(): void {
    wireShortcuts(
      document,
      (shortcut, isRepeated) => this.#steering.take(shortcut, isRepeated),
    );
    document.addEventListener(rangeChosen, (event) => {
      const { detail } = event as CustomEvent<TimeRange>;
      if (detail.fromMs < this.#clock.now()) this.#steering.zoom(detail);
      else this.#notice.show([texts.range.startsInFuture]);
    });
    document.addEventListener(rangeUndone, undoZoom);
  }

  #keep(state: ViewState | null): void {
    if (state) writeAddress(state, "replace");
  }

  #wanted(): Showing {
    return this.#player.wanted!;
  }

  #state(): ViewState {
    return this.#wanted().state;
  }

  /** There were few satellites, and there are many now. */
  async #growLarge(): Promise<void> {
    if (this.#isGrowing) return;
    this.#isGrowing = true;
    await this.#roster.load();
    if (this.#roster.isLarge) this.#go(this.#state(), "replace");
    this.#isGrowing = false;
  }

  #complain(words: (detail: string) => string, problem: Problem): void {
    this.#notice.show([words(problem.detail ?? problem.title ?? "")]);
    this.#loop.request();
  }

  #draw(): void {
    this.#player.promote();
    const { shown } = this.#player;
    if (!shown) return;
    const wanted = this.#wanted();
    const { state, session } = wanted;
    const moment = this.#player.momentOf(wanted);
    const { recording, link } = session;
    if (this.#dropped && link === "open") {
      this.#dropped = false;
      this.#notice.show([]);
    }
    if (!this.#roster.isLarge && recording.satellites.size > mostPanels) {
      this.#growLarge();
    }
    this.#navigation.draw(state.page);
    this.#drawWarnings(state.page, shown.session.recording);
    if (this.#refusal?.status === 404 && recording.listed) this.#refusal = null;
    const facts = connectionFacts(wanted, {
      refusal: this.#refusal,
      unavailable: this.#status.whyUnavailable,
    });
    this.#header.draw(
      describeConnection(facts, moment),
      describeSilence(recording, facts, moment),
      moment.shownMs,
    );
    this.#control.draw({
      view: state,
      moment,
      recording: shown.session.recording,
      coming: this.#player.coming,
    });
    const drawn = this.#player.momentOf(shown);
    const isReplaced = this.#messages.draw(
      shown,
      { ...wanted, moment },
      facts,
    );
    this.#grid.hidden = isReplaced;
    // Where none of a link is recorded, there is still what can be shown instead.
    if (isReplaced && !recording.listed && !facts.unrecorded) return;
    for (const view of this.#views[state.page]) {
      view.draw(shown.session.recording, drawn, shown.state);
    }
  }

  #drawWarnings(page: Page, recording: Recording): void {
    const { shown, else: elsewhere } = statusEveryMs;
    this.#status.askIfDue(page === "status" ? shown : elsewhere);
    this.#warnings.draw(this.#needs.find(this.#status.read(), recording));
  }
}

function find(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector)!;
}
