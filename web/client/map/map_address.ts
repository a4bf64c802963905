import { type MapCamera, mostZoom } from "./map_frame.ts";

const pattern = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/;

/** `12.5,-170,3`: latitude and longitude of the middle, and how close. */
export function formatMap(
  { latitudeDeg, longitudeDeg, zoom }: MapCamera,
): string {
  return [latitudeDeg, longitudeDeg, zoom].map((value) =>
    Math.round(value * 100) / 100 + 0
  ).join();
}

/** Returns the part of the world that an address names; null where it is none. */
export function parseMap(text: string): MapCamera | null {
  const numbers = pattern.exec(text)?.slice(1).map(Number);
  if (!numbers) return null;
  const [latitudeDeg, longitudeDeg, zoom] = numbers as [number, number, number];
  const isInside = Math.abs(latitudeDeg) <= 90 &&
    Math.abs(longitudeDeg) <= 180 && zoom >= 1 && zoom <= mostZoom;
  return isInside ? { latitudeDeg, longitudeDeg, zoom } : null;
}
