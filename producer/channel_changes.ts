import type { IntakeListener } from "./intake/element_intake.ts";
import type { Satellite } from "./satellites.ts";
import { type Channel, type ChannelOptions, createChannels } from "./topics.ts";

/**
 * Has satellites published that are added or watched, each on a channel of its
 * own, from the next tick on; those that are published already stay as they
 * are.
 *
 * @param channels Those in use, which are added to and taken from.
 */
export function followInChannels(
  channels: Channel[],
  options: ChannelOptions,
): IntakeListener {
  const ofWatched = new Map<number, Channel>();
  const add = (satellite: Satellite): Channel | null => {
    const isThere = channels.some(({ tracks }) =>
      tracks.some((track) => track.satellite.noradId === satellite.noradId)
    );
    if (isThere) return null;
    const [channel] = createChannels([satellite], options);
    channels.push(channel!);
    return channel!;
  };
  return {
    onAdded: add,
    onWatched(satellite) {
      const channel = add(satellite);
      if (channel !== null) ofWatched.set(satellite.noradId, channel);
    },
    onUnwatched({ noradId }) {
      const index = channels.indexOf(ofWatched.get(noradId)!);
      if (index >= 0) channels.splice(index, 1);
      ofWatched.delete(noradId);
    },
  };
}
