/** How one satellite is told apart, everywhere on the page. */
export interface SatelliteStyle {
  dark: string;
  light: string;
  /** Canvas line dash; empty for a whole line. */
  dash: number[];
  marker: Marker;
}

export type Marker = "circle" | "rect" | "triangle" | "rectRot";

const first: Record<number, SatelliteStyle> = {
  25994: { dark: "#3fc1a5", light: "#0b7d67", dash: [], marker: "circle" },
  27424: { dark: "#5aa9ff", light: "#1a66c9", dash: [], marker: "circle" },
  28376: { dark: "#f0a44b", light: "#a85e00", dash: [], marker: "circle" },
};

/** Apart from each other and from the first three also for colour-blind eyes; AA on both panels. */
const further = [
  { dark: "#e58fc4", light: "#a0387e" },
  { dark: "#e8dc62", light: "#6f6300" },
  { dark: "#f47f62", light: "#b23a1a" },
  { dark: "#b3a6ff", light: "#5b49c2" },
  { dark: "#a9cf5c", light: "#4a6d00" },
];
const dashes = [[7, 3], [2, 3], [9, 3, 2, 3]];
const markers: Marker[] = ["rect", "triangle", "rectRot"];

/**
 * Returns a satellite's style, which depends on its number alone: it stays the
 * same whatever else is shown, today and in a link opened next year.
 */
export function satelliteStyle(noradId: number): SatelliteStyle {
  const known = first[noradId];
  if (known) return known;
  const colour = further[noradId % further.length]!;
  const rest = Math.floor(noradId / further.length);
  return {
    ...colour,
    dash: dashes[rest % dashes.length]!,
    marker: markers[Math.floor(rest / dashes.length) % markers.length]!,
  };
}
