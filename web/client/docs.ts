/// <reference lib="dom" />
import { wireTry } from "./docs/wire_try.ts";
import { wireCopyButton } from "./export/copy_button.ts";
import { wireTheme } from "./theme.ts";

// What the page of the API can do beside being read.

const theme = document.querySelector<HTMLElement>("#theme")!;
theme.hidden = false;
wireTheme(theme, () => {});
wireTry(document);
for (
  const button of document.querySelectorAll<HTMLButtonElement>(".copy")
) {
  wireCopyButton(button, () => button.previousElementSibling!.textContent!);
}
