/// <reference lib="dom" />
import { formatMap } from "./map_address.ts";
import {
  clampCamera,
  type MapCamera,
  type MapFrame,
  wholeWorld,
} from "./map_frame.ts";

/** A map that is moved is written to the address when it stands still. */
const quietMs = 300;

interface CameraHandlers {
  onMove(frame: MapFrame): void;
  /** It was moved here, and stands still. */
  onChosen(camera: MapCamera): void;
}

/** What the map shows of the world: moved on the page, or by the address. */
export class MovingCamera {
  readonly #on: CameraHandlers;
  #camera = wholeWorld;
  #size = { width: 0, height: 0 };
  /** What the address has of it. */
  #address = formatMap(wholeWorld);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(handlers: CameraHandlers) {
    this.#on = handlers;
  }

  /** Without a width, while the map is not on the page. */
  get frame(): MapFrame {
    return { ...this.#camera, ...this.#size };
  }

  resize({ width, height }: { width: number; height: number }): void {
    this.#size = { width, height };
    this.#move(this.#camera);
  }

  /** Goes where the address says, if that says another place than before. */
  follow(camera: MapCamera): void {
    const address = formatMap(camera);
    if (address === this.#address) return;
    this.#address = address;
    this.#move(camera);
  }

  choose(camera: MapCamera): void {
    this.#move(camera);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#address = formatMap(this.#camera);
      this.#on.onChosen(this.#camera);
    }, quietMs);
  }

  #move(camera: MapCamera): void {
    this.#camera = this.#size.width === 0
      ? camera
      : clampCamera({ ...camera, ...this.#size });
    this.#on.onMove(this.frame);
  }
}
