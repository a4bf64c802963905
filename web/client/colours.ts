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
  25994: { dark: "#3fc1a5", light: "#13846d", dash: [], marker: "circle" },
  27424: { dark: "#80a6f8", light: "#0e58ba", dash: [], marker: "rectRot" },
  28376: { dark: "#f0a44b", light: "#a85e00", dash: [], marker: "triangle" },
};

/**
 * Apart from each other and from the first three also for colour-blind eyes, by
 * lightness where hues are lost; AA on both panels. The test computes both.
 */
const further = [
  { dark: "#a778b4", light: "#3c013c" },
  { dark: "#dfe09c", light: "#4d4311" },
  { dark: "#bc6e4b", light: "#611931" },
  { dark: "#7b77ec", light: "#032598" },
  { dark: "#93edfa", light: "#632580" },
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
