/** A rectangle in pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const gapPx = 7;
/** Of the side that is wanted, then ever farther from it. */
const turns = [0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180];

/**
 * Returns the box of a label beside a point that covers nothing that is taken
 * and lies within the bounds, as near to the wanted side as can be; null where
 * there is no room.
 *
 * @param towards Which way from the point it should lie.
 */
export function placeLabel(
  point: { x: number; y: number },
  size: { width: number; height: number },
  { towards, taken, bounds }: {
    towards: { x: number; y: number };
    taken: readonly Box[];
    bounds: Box;
  },
): Box | null {
  const wanted = Math.atan2(towards.y, towards.x);
  for (const turn of turns) {
    const angle = wanted + turn * Math.PI / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const x = point.x + cos * (gapPx + size.width / 2);
    const y = point.y + sin * (gapPx + size.height / 2);
    const box = {
      left: x - size.width / 2,
      top: y - size.height / 2,
      right: x + size.width / 2,
      bottom: y + size.height / 2,
    };
    const isInside = box.left >= bounds.left && box.right <= bounds.right &&
      box.top >= bounds.top && box.bottom <= bounds.bottom;
    if (isInside && !taken.some((one) => overlap(one, box))) return box;
  }
  return null;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right &&
    a.top < b.bottom && b.top < a.bottom;
}
