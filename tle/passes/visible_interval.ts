import type { Site } from "../look_angles.ts";
import { findChanges } from "./find_changes.ts";
import type { Motion } from "./motion.ts";
import { watchDarkness } from "./watch_darkness.ts";
import { watchLight } from "./watch_light.ts";

/**
 * Returns the first stretch of a pass, both ends included, in which the
 * satellite is lit (not in the umbra) and the observer is not: the Sun's centre
 * below `TWILIGHT_DEG`. Null where there is none. Whether it is bright enough
 * to be seen is another matter.
 */
export function visibleInterval(
  motions: readonly Motion[],
  site: Site,
  pass: { readonly aosMs: number; readonly losMs: number },
): { readonly fromMs: number; readonly toMs: number } | null {
  const range = { fromMs: pass.aosMs, toMs: pass.losMs };
  let fromMs: number | null = null;
  const changes = findChanges(motions, range, (motion, timeMs) => {
    const light = watchLight(motion, timeMs);
    const dark = watchDarkness(site, timeMs);
    const isLit = light.value !== "umbra";
    return {
      value: isLit && dark.value,
      staysS: isLit && dark.value
        ? Math.min(light.staysS, dark.staysS)
        // As long as one of them stays against it.
        : Math.max(isLit ? 0 : light.staysS, dark.value ? 0 : dark.staysS),
    };
  });
  for (const { timeMs, value } of changes) {
    if (value) fromMs = timeMs;
    else if (fromMs !== null) return { fromMs, toMs: timeMs - 1 };
  }
  return fromMs === null ? null : { fromMs, toMs: pass.losMs };
}
