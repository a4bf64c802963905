const points = "N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split(" ");

/** The nearest of the 16 points of a compass, such as `NNE`, as the API has it. */
export function compassPoint(azimuthDeg: number): string {
  return points[Math.round(azimuthDeg / 22.5) % 16]!;
}
