import type { ApiParameter } from "./contract.ts";

/**
 * Returns the address of a request: with the values that are given, as they are,
 * be they right or wrong.
 *
 * @param path As OpenAPI has it: `/api/v1/satellites/{norad_id}/look`.
 */
export function requestAddress(
  path: string,
  parameters: readonly ApiParameter[],
  values: ReadonlyMap<string, string>,
): string {
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    // Left empty it would be the address of something else.
    (hole, name) => encode(values.get(name) || hole),
  );
  const query = parameters.flatMap(({ name, in: where }) => {
    const value = values.get(name) ?? "";
    return where === "query" && value !== ""
      ? [`${name}=${encode(value)}`]
      : [];
  });
  return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
}

/** Returns the values that an address has for a path's parameters. */
export function valuesOf(path: string, address: string): Map<string, string> {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const parts = pathname.split("/");
  const inPath = path.split("/").flatMap((part, i) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name ? [[name, decodeURIComponent(parts[i] ?? "")] as const] : [];
  });
  return new Map([...inPath, ...searchParams]);
}

/** What is easier to read as it is, and allowed to be. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("%2C", ",")
    .replaceAll("%3A", ":");
}
