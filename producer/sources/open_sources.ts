import { BundledSource } from "./bundled_source.ts";
import { CelestrakSource } from "./celestrak_source.ts";
import { CombinedSource } from "./combined_source.ts";
import type { ElementSource } from "./element_source.ts";
import { FileSource } from "./file_source.ts";

/** Where CelesTrak's answers are kept. */
export const CELESTRAK_FOLDER = "data/celestrak";

/** Opens the sources that the settings name; any other word is a path. */
export function openSources(
  settings: {
    readonly ELEMENTS: readonly string[];
    readonly CELESTRAK_URL: string;
  },
  options: { readonly nowMs: () => number },
): ElementSource {
  const sources = settings.ELEMENTS.map((word) => {
    if (word === "bundled") return new BundledSource(options);
    if (word !== "celestrak") return new FileSource(word, options);
    return new CelestrakSource({
      url: settings.CELESTRAK_URL,
      folder: CELESTRAK_FOLDER,
      ...options,
    });
  });
  return new CombinedSource(sources, options);
}
