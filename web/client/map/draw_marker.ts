/// <reference lib="dom" />
import type { Marker } from "../colours.ts";
import type { MapPoint } from "./map_frame.ts";

/** Adds a marker's outline to a canvas's path; each is about as large. */
export function addMarker(
  context: CanvasRenderingContext2D,
  marker: Marker,
  { x, y }: MapPoint,
  radius: number,
): void {
  if (marker === "circle") {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  const [corners, first] = {
    rect: [4, 45] as const,
    rectRot: [4, 0] as const,
    triangle: [3, -90] as const,
  }[marker];
  for (let corner = 0; corner < corners; corner++) {
    const angle = (first + corner * 360 / corners) * Math.PI / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const at = [x + 1.3 * radius * cos, y + 1.3 * radius * sin] as const;
    if (corner === 0) context.moveTo(...at);
    else context.lineTo(...at);
  }
  context.closePath();
}
