import { z } from "zod";
import { DecodeError } from "./decode_error.ts";
import type { EventSource } from "./event_source.ts";
import {
  altitudeKm,
  latitudeDeg,
  longitudeDeg,
  type PositionsRecorded,
  positionsRecorded,
  timeMs,
} from "./positions_recorded.ts";

/**
 * The oldest version of `PositionsRecorded`, from before events had a type:
 * the message of the article "Evolution of a monolith into microservices".
 * Geodetic degrees and km, as pyorbital computes them; `time` is the sender's
 * local time without a zone, which is no instant.
 */
export const articleMessageSchema = z.object({
  lon: longitudeDeg,
  lat: latitudeDeg,
  alt: altitudeKm,
  time: z.string({ error: "must be text, as in 2022-06-11 20:01:42.123456" }),
});

export type ArticleMessage = z.infer<typeof articleMessageSchema>;

/** Whether JSON means to be the article's message, in whatever state. */
export function isArticleMessage(json: Record<string, unknown>): boolean {
  return json.type === undefined && "lon" in json;
}

/**
 * The event that the article's message stands for. Its instant is the
 * record's timestamp, at which it was sent; its satellite is that of the
 * topic. It was computed as it happened, from elements that it does not name.
 *
 * @throws {DecodeError} If the timestamp is no instant of a sample, or the
 * topic's satellite is not known.
 */
export function upcastArticleMessage(
  message: ArticleMessage,
  timestampMs: number,
  { topic, satellite }: EventSource,
): PositionsRecorded {
  if (!timeMs.safeParse(timestampMs).success) {
    throw new DecodeError(
      "Cannot decode event as its record's timestamp must be when it was " +
        `sent, in ms since 1970: current value is ${timestampMs}`,
    );
  }
  if (satellite === null) {
    throw new DecodeError(
      "Cannot decode event as its topic must be known to be of a satellite: " +
        `current value is ${topic}. Add it to the projector's setting, as in ` +
        `TOPIC_SATELLITES=${topic}:<catalogue number>, restart the ` +
        "projector and run " +
        "deno task dead-letters retry",
    );
  }
  return positionsRecorded([{
    ...satellite,
    timeMs: timestampMs,
    latitudeDeg: message.lat,
    longitudeDeg: message.lon,
    altitudeKm: message.alt,
    elementSetId: null,
    origin: "live",
  }]);
}
