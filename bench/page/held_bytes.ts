import type { CDPSession } from "playwright-core";

/** What the page's own code makes; all else is the engine's, as compiled code. */
const OWN_TYPES = [
  "object",
  "array",
  "string",
  "concatenated string",
  "sliced string",
  "number",
  "closure",
  "regexp",
  "symbol",
];

/** The parts of a heap snapshot that are read: a row of numbers for each node. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

/** Bytes of objects, arrays, strings and functions that somebody holds. */
export async function heldBytes(client: CDPSession): Promise<number> {
  const { snapshot: { meta }, nodes } = await takeSnapshot(client);
  const { node_fields: fields, node_types: [types] } = meta;
  const [type, size] = ["type", "self_size"].map((one) => fields.indexOf(one));
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const isOwn = OWN_TYPES.includes(types[nodes[at + type!]!]!);
    if (isOwn) bytes += nodes[at + size!]!;
  }
  return bytes;
}

async function takeSnapshot(client: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  client.on("HeapProfiler.addHeapSnapshotChunk", take);
  await client.send("HeapProfiler.takeHeapSnapshot");
  client.off("HeapProfiler.addHeapSnapshotChunk", take);
  return JSON.parse(chunks.join(""));
}
