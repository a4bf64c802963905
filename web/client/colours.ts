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

/**
 * Apart from each other and from the first three also for colour-blind eyes, by
 * lightness where hues are lost; AA on both panels. The test computes both.
 */
const further = [
  { dark: "#a878b4", light: "#541860" },
  { dark: "#cce4a8", light: "#544818" },
  { dark: "#c07854", light: "#601830" },
  { dark: "#4884fc", light: "#0c2490" },
  { dark: "#78d8e4", light: "#24789c" },
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
