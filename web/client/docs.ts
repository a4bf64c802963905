/// <reference lib="dom" />
import { foldContents } from "./docs/fold_contents.ts";
import { wireTry } from "./docs/wire_try.ts";
import { wireCopyButton } from "./export/copy_button.ts";
import { wireTheme } from "./theme.ts";

// What pages that the server writes can do beside being read.

const theme = document.querySelector<HTMLElement>("#theme")!;
theme.hidden = false;
wireTheme(theme, () => {});
wireTry(document);
const contents = document.querySelector<HTMLDetailsElement>(
  ".contents details",
);
if (contents) foldContents(contents);
for (
  const button of document.querySelectorAll<HTMLButtonElement>(".copy")
) {
  wireCopyButton(button, () => button.previousElementSibling!.textContent!);
}
