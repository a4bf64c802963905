import type { PublishedSatellites } from "./intake/element_intake.ts";
import { type Channel, type ChannelOptions, createChannels } from "./topics.ts";

/**
 * Has satellites that come and go published on channels of their own, from the
 * next tick on; those that are published already stay as they are.
 *
 * @param channels Those in use, which are added to and taken from.
 */
export function changeChannels(
  channels: Channel[],
  options: ChannelOptions,
): PublishedSatellites {
  const find = (noradId: number) =>
    channels.findIndex(({ tracks }) =>
      tracks.some(({ satellite }) => satellite.noradId === noradId)
    );
  return {
    add(satellites) {
      const fresh = satellites.filter(({ noradId }) => find(noradId) < 0);
      for (const one of fresh) channels.push(...createChannels([one], options));
    },
    remove(noradIds) {
      for (const noradId of noradIds) channels.splice(find(noradId), 1);
    },
  };
}
