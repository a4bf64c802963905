/// <reference lib="dom" />

/** What a key does to time, wherever on the page it is pressed. */
export type Shortcut =
  | "toggle-play"
  | "step-back"
  | "step-on"
  | "span-back"
  | "span-on";

/** What of a key press decides. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** Whether what has the focus has taken the key for itself. */
  defaultPrevented: boolean;
}

/** What has the focus: in what is typed or chosen with a key, it is not ours. */
export type Focus = "field" | "button" | "other";

/** Returns what a key press does to time; null where it is not meant for that. */
export function shortcutOf(press: KeyPress, focus: Focus): Shortcut | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  if (press.defaultPrevented || ctrlKey || altKey || metaKey) return null;
  if (focus === "field") return null;
  if (key === " ") return focus === "button" || shiftKey ? null : "toggle-play";
  if (key === "ArrowLeft") return shiftKey ? "span-back" : "step-back";
  if (key === "ArrowRight") return shiftKey ? "span-on" : "step-on";
  return null;
}

/** Calls for each shortcut that is pressed on the page. */
export function wireShortcuts(
  page: Document,
  act: (shortcut: Shortcut, isRepeated: boolean) => void,
): void {
  page.addEventListener("keydown", (event) => {
    const shortcut = shortcutOf(event, focusOf(event.target));
    if (!shortcut) return;
    event.preventDefault();
    act(shortcut, event.repeat);
  });
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return "other";
  const fields =
    "input, select, textarea, [contenteditable], [role=slider], dialog[open] *";
  if (target.matches(fields)) return "field";
  return target.closest("button, summary, a[href]") ? "button" : "other";
}
