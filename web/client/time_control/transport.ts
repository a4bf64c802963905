/// <reference lib="dom" />
import { formatDuration } from "../format.ts";
import { makeElement, makeIcon } from "../make_element.ts";
import { texts } from "../texts.ts";
import {
  button,
  disable,
  group,
  iconButton,
  nameButton,
  press,
} from "./control_elements.ts";
import type { Steering } from "./steering.ts";
import { speeds } from "./view_state.ts";

const playPath = "M4 2.5v11l9-5.5z";
const pausePath = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
const restartPath = "M3 2.5h2v11H3zM13 2.5v11L5.5 8z";
const stepBackPath = "M11.5 3v10L5 8z";
const stepOnPath = "M4.5 3v10L11 8z";
const words = texts.time;

/** Play, pause, step and speed. */
export class Transport {
  readonly element: HTMLElement;
  readonly #play = iconButton(pausePath, "play");
  readonly #restart = iconButton(restartPath, "restart");
  readonly #stepBack = iconButton(stepBackPath, "step-back");
  readonly #stepOn = iconButton(stepOnPath, "step-on");
  readonly #speeds = speeds.map((speed) =>
    button(words.speedOf(speed), `speed-${speed}`)
  );

  constructor(steering: Steering) {
    this.#wire(steering);
    nameButton(this.#restart, words.restart);
    for (
      const [element, keys] of [
        [this.#play, "Space"],
        [this.#stepBack, "ArrowLeft"],
        [this.#stepOn, "ArrowRight"],
      ] as const
    ) element.setAttribute("aria-keyshortcuts", keys);
    this.element = makeElement(
      "div",
      { class: "transport" },
      group(
        words.playback,
        "playback",
        this.#restart,
        this.#stepBack,
        this.#play,
        this.#stepOn,
      ),
      group(words.speed, "segments", ...this.#speeds),
    );
  }

  draw({ playing, speed, stepMs, atEnd }: {
    playing: boolean;
    speed: number;
    stepMs: number;
    atEnd: boolean;
  }): void {
    speeds.forEach((known, i) => press(this.#speeds[i]!, known === speed));
    const step = formatDuration(stepMs);
    nameButton(this.#stepBack, words.stepBack(step));
    nameButton(this.#stepOn, words.stepOn(step));
    disable(this.#stepOn, atEnd);
    const name = playing ? words.pause : words.play;
    if (this.#play.title === name) return;
    nameButton(this.#play, name);
    this.#play.replaceChildren(makeIcon(playing ? pausePath : playPath));
  }

  #wire(steering: Steering): void {
    this.#play.addEventListener("click", () => steering.togglePlay());
    this.#restart.addEventListener("click", () => steering.restart());
    this.#stepBack.addEventListener("click", () => steering.step(-1));
    this.#stepOn.addEventListener("click", () => steering.step(1));
    for (const [i, speed] of speeds.entries()) {
      const element = this.#speeds[i]!;
      element.setAttribute("aria-label", words.speedName(speed));
      element.addEventListener("click", () => steering.chooseSpeed(speed));
    }
  }
}
