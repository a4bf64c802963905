/// <reference lib="dom" />
import type { ConnectionState } from "./feed/connection.ts";
import { formatDateTime } from "./format.ts";
import { formatLocalTime } from "./format_local_time.ts";
import { setAttributes, setText } from "./make_element.ts";
import { texts } from "./texts.ts";

/** The page's top line: how the connection is and what time is shown. */
export class Header {
  readonly #connection: HTMLElement;
  readonly #clock: HTMLElement;
  readonly #announcer: Announcer;

  constructor(page: Document, announcer: Announcer) {
    this.#connection = page.querySelector<HTMLElement>("#connection")!;
    this.#clock = page.querySelector<HTMLElement>("#clock")!;
    this.#announcer = announcer;
  }

  draw(connection: ConnectionState, shownMs: number): void {
    setText(this.#connection, connection.text);
    setAttributes(this.#connection, { "data-tone": connection.tone });
    const time = formatDateTime(shownMs);
    setText(this.#clock, `${time} UTC`);
    setAttributes(this.#clock, {
      datetime: `${time.replace(" ", "T")}Z`,
      title: texts.time.local(formatLocalTime(shownMs)),
    });
    this.#announcer.announce("connection", connection.announcement);
  }
}

/** Reads out changes of state, never running numbers. */
export class Announcer {
  readonly #region: HTMLElement;
  readonly #said = new Map<string, string>();

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** @param topic What was said last of a topic is not said again. */
  announce(topic: string, text: string): void {
    if (this.#said.get(topic) === text) return;
    this.#said.set(topic, text);
    if (text) this.#region.textContent = text;
  }
}
