import { quoteCsv } from "../quote_csv.ts";
import type { RowLayout } from "./encode_rows.ts";

const PLACE = ["latitude_deg", "longitude_deg", "altitude_km"];
const BUCKET = ["altitude_min_km", "altitude_max_km", "samples"];

/** CSV, as RFC 4180 has it. */
export function csvLayout(isThinned: boolean): RowLayout {
  const names = valueNames(isThinned);
  return {
    head: `norad_id,name,time,${names.join(",")}\r\n`,
    start: (noradId, name) => `${noradId},${quoteCsv(name)},`,
    between: names.map(() => ","),
    end: "\r\n",
  };
}

/** NDJSON: an object a line. */
export function ndjsonLayout(isThinned: boolean): RowLayout {
  return {
    head: "",
    start: (noradId, name) =>
      `{"norad_id":${noradId},"name":${JSON.stringify(name)},"time":"`,
    between: valueNames(isThinned)
      .map((name, i) => `${i === 0 ? '"' : ""},"${name}":`),
    end: "}\n",
  };
}

function valueNames(isThinned: boolean): string[] {
  return isThinned ? [...PLACE, ...BUCKET] : PLACE;
}
