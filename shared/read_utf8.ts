/**
 * Reads bytes as text, exactly; null if they are not UTF-8.
 *
 * @param options.isCut They may end within a character, which is left out.
 */
export function readUtf8(
  bytes: Uint8Array,
  options: { readonly isCut?: boolean } = {},
): string | null {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes, { stream: options.isCut ?? false });
  } catch {
    return null;
  }
}
