import { compare, print, timed } from "./measure.ts";
import type { createAppOnProjection } from "../web/testdata/app_on_projection.ts";

const TICKS = 3;

/** The web app on a projection of one satellite and one day. */
type Benched =
  & Pick<ReturnType<typeof createAppOnProjection>, "app" | "feed">
  & {
    /** Lets a second go by: the next position is recorded. */
    tick(): void;
  };

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** One tick to many clients, against encoding it for each of them. */
export async function benchStream(
  { app, feed, tick }: Benched,
  clients: number,
): Promise<void> {
  await feed.poll();
  const readers: Reader[] = [];
  for (let i = 0; i < clients; i++) {
    const response = await app.request("/api/v1/stream");
    readers.push(response.body!.getReader());
  }
  await Promise.all(readers.map((reader) => readUntil(reader, "state")));
  const frames = clients * TICKS;
  const title = `A tick a second to ${clients.toLocaleString("en")} clients`;
  print(
    await compare(title, "frames", {
      ours: () =>
        timed("live feed", frames, async () => {
          for (let i = 0; i < TICKS; i++) {
            tick();
            await feed.poll();
            await Promise.all(
              readers.map((reader) => readUntil(reader, "positions")),
            );
          }
        }),
      bare: () => timed("encoded for each client", frames, () => bare(clients)),
    }),
  );
  await Promise.all(readers.map((reader) => reader.cancel()));
}

const decoder = new TextDecoder();

async function readUntil(reader: Reader, event: string): Promise<void> {
  for (;;) {
    const { value } = await reader.read();
    if (decoder.decode(value).startsWith(`event: ${event}`)) return;
  }
}

/** What a stream helper does: each client's own text, encoded and written. */
async function bare(clients: number): Promise<void> {
  const encoder = new TextEncoder();
  const streams = Array.from({ length: clients }, () => new TransformStream());
  const writers = streams.map(({ writable }) => writable.getWriter());
  const readers = streams.map(({ readable }) => readable.getReader());
  for (let i = 0; i < TICKS; i++) {
    const data = {
      time: new Date().toISOString(),
      positions: [{
        norad_id: 25994,
        latitude_deg: 12.345678,
        longitude_deg: -98.765432,
        altitude_km: 702.1234,
      }],
    };
    const reads = readers.map((reader) => readUntil(reader, "positions"));
    for (const writer of writers) {
      const text = `event: positions\nid: ${i}\ndata: ${
        JSON.stringify(data)
      }\n\n`;
      writer.write(encoder.encode(text)).catch(console.error);
    }
    await Promise.all(reads);
  }
}
