const LINE_BYTES = 16;

/** Writes bytes for people: their place, they themselves, and as ASCII. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += LINE_BYTES) {
    const line = bytes.subarray(at, at + LINE_BYTES);
    const hex = Array.from(line, (byte) => byte.toString(16).padStart(2, "0"));
    const ascii = Array.from(line, toAscii).join("");
    const place = at.toString(16).padStart(8, "0");
    lines.push(`${place}  ${hex.join(" ").padEnd(3 * LINE_BYTES)} ${ascii}`);
  }
  return lines.join("\n");
}

function toAscii(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
}
