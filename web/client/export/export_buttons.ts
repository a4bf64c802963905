/// <reference lib="dom" />
import { makeElement } from "../make_element.ts";
import { curlCommand, wireCopyButton } from "./copy_button.ts";
import { texts } from "./export_texts.ts";

/** A file that the browser makes of what is shown. */
export interface ExportedFile {
  /** Without its extension. */
  name: string;
  csv: string;
}

/** What a view shows, for other programs; made when it is asked for. */
export interface Exported {
  /** Left out where nothing is shown that would be a table. */
  csv?: () => ExportedFile;
  /** Of the request behind it, below `/api/v1/`. */
  path: () => string;
}

/** The buttons that give what a view shows to other programs. */
export interface Exports {
  element: HTMLElement;
  /** Offers what is shown from now on; `what` names it. */
  offer(what: string, exported: Exported): void;
}

/** Returns the buttons, which are hidden until there is something to offer. */
export function makeExports(): Exports {
  const csv = makeElement(
    "button",
    { type: "button", class: "quiet", "data-testid": "csv" },
    texts.csv,
  );
  const curl = makeElement(
    "button",
    { type: "button", class: "quiet", "data-testid": "curl" },
    texts.curl,
  );
  const element = makeElement("span", { class: "exports" }, csv, curl);
  element.hidden = true;
  let offered: { what: string; exported: Exported } | null = null;
  csv.addEventListener("click", () => download(offered!.exported.csv!()));
  wireCopyButton(
    curl,
    () => curlCommand(`/api/v1/${offered!.exported.path()}`),
  );
  return {
    element,
    offer(what, exported) {
      if (what !== offered?.what) {
        csv.title = csv.ariaLabel = texts.csvOf(what);
        curl.title = texts.curlOf(what);
        csv.hidden = exported.csv === undefined;
        element.hidden = false;
      }
      offered = { what, exported };
    },
  };
}

function download({ name, csv }: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  makeElement("a", { href: address, download: `${name}.csv` }).click();
  URL.revokeObjectURL(address);
}
