/// <reference lib="dom" />
import {
  type MapCamera,
  type MapFrame,
  type MapPoint,
  panBy,
  wholeWorld,
  zoomAt,
} from "./map_frame.ts";

const wheelStep = 1.0015;
/** Lines of a mouse wheel that says lines. */
const linePx = 30;
const keyStep = 1.5;
/** A press that moves by less than this is a click. */
const clickPx = 4;

interface GestureHandlers {
  frame(): MapFrame;
  move(camera: MapCamera): void;
  /** The pointer is over a point, or has left. */
  point(at: MapPoint | null): void;
  click(at: MapPoint): void;
}

/** Moves and zooms the map by mouse, touch and keyboard. */
export class MapGestures {
  readonly #area: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #on: GestureHandlers;
  /** Pointers that are down, and where. */
  readonly #down = new Map<number, MapPoint>();
  #movedPx = 0;

  /** @param area Holds the canvas, and has the keyboard's focus. */
  constructor(
    { area, canvas }: { area: HTMLElement; canvas: HTMLElement },
    handlers: GestureHandlers,
  ) {
    this.#area = area;
    this.#canvas = canvas;
    this.#on = handlers;
    canvas.addEventListener("pointerdown", (event) => this.#press(event));
    canvas.addEventListener("pointermove", (event) => this.#drag(event));
    canvas.addEventListener("pointerup", (event) => this.#release(event));
    canvas.addEventListener("pointercancel", (event) => {
      this.#down.delete(event.pointerId);
    });
    canvas.addEventListener("pointerleave", () => handlers.point(null));
    canvas.addEventListener("wheel", (event) => this.#wheel(event), {
      passive: false,
    });
    area.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Zooms about the middle. */
  zoom(factor: number): void {
    const frame = this.#on.frame();
    const middle = { x: frame.width / 2, y: frame.height / 2 };
    this.#on.move(zoomAt(frame, factor, middle));
  }

  zoomIn(): void {
    this.zoom(keyStep);
  }

  zoomOut(): void {
    this.zoom(1 / keyStep);
  }

  reset(): void {
    this.#on.move(wholeWorld);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#canvas.setPointerCapture(event.pointerId);
    if (this.#down.size === 0) this.#movedPx = 0;
    this.#down.set(event.pointerId, pointIn(this.#canvas, event));
  }

  #drag(event: PointerEvent): void {
    const at = pointIn(this.#canvas, event);
    const before = this.#down.get(event.pointerId);
    if (before === undefined) return this.#on.point(at);
    this.#movedPx += Math.hypot(at.x - before.x, at.y - before.y);
    if (this.#movedPx < clickPx) return;
    const frame = this.#on.frame();
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    this.#down.set(event.pointerId, at);
    if (other === undefined) {
      this.#on.move(panBy(frame, { x: at.x - before.x, y: at.y - before.y }));
    } else {
      const factor = distance(at, other) / Math.max(1, distance(before, other));
      const shift = {
        x: (at.x - before.x) / 2,
        y: (at.y - before.y) / 2,
      };
      const middle = {
        x: (before.x + other.x) / 2,
        y: (before.y + other.y) / 2,
      };
      // Zoomed first: the whole world has no room to be moved up or down.
      const zoomed = { ...frame, ...zoomAt(frame, factor, middle) };
      this.#on.move(panBy(zoomed, shift));
    }
  }

  #release(event: PointerEvent): void {
    if (!this.#down.delete(event.pointerId)) return;
    if (this.#movedPx < clickPx) this.#on.click(pointIn(this.#canvas, event));
  }

  /** Zoomed out as far as it goes, the wheel scrolls the page on. */
  #wheel(event: WheelEvent): void {
    const frame = this.#on.frame();
    if (frame.zoom === 1 && event.deltaY > 0 && !event.ctrlKey) return;
    event.preventDefault();
    const px = event.deltaY * (event.deltaMode === 0 ? 1 : linePx);
    // A pinch on a touch pad comes as small turns with the control key.
    const factor = wheelStep ** (event.ctrlKey ? -6 * px : -px);
    this.#on.move(zoomAt(frame, factor, pointIn(this.#canvas, event)));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#zoomByKey(event.key) || this.#moveByKey(event)) {
      event.preventDefault();
    }
  }

  #zoomByKey(key: string): boolean {
    if (key === "+" || key === "=") this.zoomIn();
    else if (key === "-") this.zoomOut();
    else if (key === "0") this.reset();
    else return false;
    return true;
  }

  #moveByKey({ key, target }: KeyboardEvent): boolean {
    if (target !== this.#area) return false;
    const frame = this.#on.frame();
    const [x, y] = [frame.width / 10, frame.height / 10];
    const by = {
      ArrowLeft: { x, y: 0 },
      ArrowRight: { x: -x, y: 0 },
      ArrowUp: { x: 0, y },
      ArrowDown: { x: 0, y: -y },
    }[key];
    if (by) this.#on.move(panBy(frame, by));
    return by !== undefined;
  }
}

function pointIn(element: HTMLElement, event: MouseEvent): MapPoint {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function distance(a: MapPoint, b: MapPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
