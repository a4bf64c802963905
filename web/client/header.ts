/// <reference lib="dom" />
import type { Silence } from "./describe_silence.ts";
import type { ConnectionState } from "./feed/connection.ts";
import { formatDateTime } from "./format.ts";
import { formatLocal } from "./format_local.ts";
import { setAttributes, setText } from "./make_element.ts";

/** The page's top line: how connection and data are, and what time is shown. */
export class Header {
  readonly #connection: HTMLElement;
  readonly #silence: HTMLElement;
  readonly #clock: HTMLElement;
  readonly #announcer: Announcer;

  constructor(page: Document, announcer: Announcer) {
    this.#connection = page.querySelector<HTMLElement>("#connection")!;
    this.#silence = page.querySelector<HTMLElement>("#silence")!;
    this.#clock = page.querySelector<HTMLElement>("#clock")!;
    this.#announcer = announcer;
  }

  draw(
    connection: ConnectionState,
    silence: Silence | null,
    shownMs: number,
  ): void {
    const { text, tone, announcement } = connection;
    // Green is for what is well altogether; and there is little room.
    const isHalfWell = silence !== null && tone === "good";
    setText(this.#connection, isHalfWell ? announcement : text);
    setAttributes(this.#connection, {
      "data-tone": isHalfWell ? "neutral" : tone,
    });
    this.#drawSilence(silence);
    const time = formatDateTime(shownMs);
    setText(this.#clock, `${time} UTC`);
    setAttributes(this.#clock, {
      datetime: `${time.replace(" ", "T")}Z`,
      title: formatLocal(shownMs),
    });
    this.#announcer.announce("connection", announcement);
  }

  /** It is not read out: that each satellite's column does. */
  #drawSilence(silence: Silence | null): void {
    setAttributes(this.#silence, {
      hidden: silence === null,
      title: silence ? `${silence.names}, ${silence.since}` : "",
    });
    const part = (name: string) => this.#silence.querySelector(name)!;
    setText(part(".share"), silence?.share ?? "");
    setText(part(".since"), silence?.since ?? "");
  }
}

/** Reads out changes of state, never running numbers. */
export class Announcer {
  readonly #region: HTMLElement;
  readonly #said = new Map<string, string>();
  /** What is to be said next, by topic. */
  readonly #next = new Map<string, string>();

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** @param topic What was said last of a topic is not said again. */
  announce(topic: string, text: string): void {
    if (this.#said.get(topic) === text) return;
    this.#said.set(topic, text);
    // All that one drawing has to say is said together, or the last would be all.
    if (this.#next.size === 0) queueMicrotask(() => this.#say());
    this.#next.set(topic, text);
  }

  #say(): void {
    const text = [...this.#next.values()].filter((one) => one !== "").join(
      ". ",
    );
    this.#next.clear();
    if (text !== "") this.#region.textContent = text;
  }
}
