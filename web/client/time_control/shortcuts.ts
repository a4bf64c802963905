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
export type Focus = "field" | "button" | "time-button" | "other";

/**
 * Returns what a key press does to time; null where it is not meant for that.
 *
 * @param options.isPointing Whether it was a pointer that chose the focus.
 */
export function shortcutOf(
  press: KeyPress,
  focus: Focus,
  { isPointing }: { isPointing: boolean },
): Shortcut | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  if (press.defaultPrevented || ctrlKey || altKey || metaKey) return null;
  if (focus === "field") return null;
  if (key === " ") {
    // Who has clicked on a button of time plays with Space, as in any player.
    const isPressed = focus === "button" ||
      (focus === "time-button" && !isPointing);
    return isPressed || shiftKey ? null : "toggle-play";
  }
  if (key === "ArrowLeft") return shiftKey ? "span-back" : "step-back";
  if (key === "ArrowRight") return shiftKey ? "span-on" : "step-on";
  return null;
}

/** Calls for each shortcut that is pressed on the page. */
export function wireShortcuts(
  page: Document,
  act: (shortcut: Shortcut, isRepeated: boolean) => void,
): void {
  // `:focus-visible` cannot tell: by the first key it is true of anything.
  let isPointing = false;
  let takenKey = "";
  page.addEventListener("pointerdown", () => isPointing = true, true);
  page.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "Tab" || key === "Enter") isPointing = false;
    const shortcut = shortcutOf(event, focusOf(target), { isPointing });
    takenKey = shortcut ? key : "";
    if (!shortcut) return;
    event.preventDefault();
    act(shortcut, event.repeat);
  });
  // Firefox presses a button when the key comes up, whoever took it going down.
  page.addEventListener("keyup", (event) => {
    if (event.key === takenKey) event.preventDefault();
  });
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return "other";
  const fields =
    "input, select, textarea, [contenteditable], [role=slider], dialog[open] *";
  if (target.matches(fields)) return "field";
  if (target.matches("#time-control button")) return "time-button";
  return target.closest("button, summary, a[href]") ? "button" : "other";
}
