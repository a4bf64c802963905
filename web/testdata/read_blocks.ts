/** Reads an answer in the binary format: the reader that DESIGN.md shows. */
export function* readBlocks(buffer: ArrayBuffer) {
  const view = new DataView(buffer);
  let at = 0, total = 0;
  for (let n; (n = view.getUint32(at + 4, true)) > 0; total += n) {
    const noradId = view.getUint32(at, true);
    const timeMs = new Float64Array(buffer, at + 8, n);
    const altitudeKm = new Float64Array(buffer, at + 8 + 8 * n, n);
    const latitudeE6 = new Int32Array(buffer, at + 8 + 16 * n, n);
    const longitudeE6 = new Int32Array(buffer, at + 8 + 20 * n, n);
    yield { noradId, timeMs, altitudeKm, latitudeE6, longitudeE6 };
    at += 8 + 24 * n;
  }
  if (view.getFloat64(at + 8, true) !== total) throw new Error("cut off");
}
