/// <reference lib="dom" />
import { describeTroubles } from "./describe_troubles.ts";
import type { ConnectionFacts } from "./feed/connection.ts";
import type { Moment } from "./feed/moment.ts";
import type { Showing } from "./feed/player.ts";
import { withPanel } from "./feed/roster.ts";
import { setAttributes, setText } from "./make_element.ts";
import { describeEmptiness } from "./message.ts";

/** Sentences above the views, or in their place, for as long as they hold. */
export class Messages {
  readonly #message: HTMLElement;
  readonly #troubles: HTMLElement;

  constructor(page: Document) {
    this.#message = page.querySelector<HTMLElement>("#message")!;
    this.#troubles = page.querySelector<HTMLElement>("#troubles")!;
  }

  /** Returns whether there is a message in the place of the views. */
  draw(
    shown: Showing,
    wanted: Showing & { moment: Moment },
    facts: ConnectionFacts,
  ): boolean {
    const { page } = wanted.state;
    const satellites = withPanel(wanted.state.satellites);
    // There, all of this is told at more length.
    const isSilent = page === "status";
    const message = isSilent ? "" : describeEmptiness(shown.session, {
      satellites: withPanel(shown.state.satellites),
      unavailable: facts.unavailable,
      unknown: facts.unrecorded ? satellites : null,
    });
    setText(this.#message, message);
    setAttributes(this.#message, { hidden: message === "" });
    const { recording } = wanted.session;
    const named = recording.satellites.size > 0 ? satellites ?? [] : [];
    const unrecorded = named.filter((id) => !recording.satellites.has(id));
    const troubles = describeTroubles(facts, wanted.moment, unrecorded);
    setText(this.#troubles, troubles.join(" "));
    setAttributes(this.#troubles, {
      hidden: isSilent || troubles.length === 0 || message !== "",
    });
    return message !== "";
  }
}
