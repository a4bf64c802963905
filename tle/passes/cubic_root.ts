/** So often the interval is halved: to a billionth of it. */
const HALVINGS = 30;

/**
 * Returns where `c0 + c1 u + c2 u² + c3 u³` changes its sign between 0 and 1;
 * where it does not, one of the two. By halving, as that costs next to nothing
 * here and has no special cases.
 */
export function cubicRoot(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const u = (low + high) / 2;
    const value = c0 + u * (c1 + u * (c2 + u * c3));
    if (value < 0 === c0 < 0) low = u;
    else high = u;
  }
  return (low + high) / 2;
}
