import type { ExportedFile } from "../export/export_buttons.ts";
import { nameSpan } from "../export/name_span.ts";
import { writeCsv } from "../export/write_csv.ts";
import type { Node, NodesAnswer } from "./contract.ts";

const columns = [
  "time",
  "mean_local_solar_time",
  "apparent_local_solar_time",
  "altitude_km",
  "revolution",
];

/** Returns the crossings that the chart draws, of which there must be one. */
export function nodesCsv(
  name: string,
  node: Node,
  { nodes }: NodesAnswer,
): ExportedFile {
  const rows = nodes.map((one) => [
    one.time,
    one.mean_local_solar_time,
    one.apparent_local_solar_time,
    one.altitude_km,
    one.revolution,
  ]);
  const [firstMs, lastMs] = [nodes[0]!, nodes.at(-1)!]
    .map(({ time }) => Date.parse(time)) as [number, number];
  return {
    name: `${name} ${node} nodes ${nameSpan(firstMs, lastMs)}`,
    csv: writeCsv(columns, rows),
  };
}
