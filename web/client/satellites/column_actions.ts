/// <reference lib="dom" />
import { makeElement, makeIcon, setAttributes } from "../make_element.ts";
import { texts } from "./columns_texts.ts";

const words = texts.actions;
const icons = {
  earlier: "M10 3 5 8l5 5 1.2-1.2L7.4 8l3.8-3.8z",
  later: "M6 3l5 5-5 5-1.2-1.2L8.6 8 4.8 4.2z",
  hide: "M3.8 5 5 3.8l3 3 3-3L12.2 5l-3 3 3 3-1.2 1.2-3-3-3 3L3.8 11l3-3z",
};

export type ColumnAction = keyof typeof icons;

/** What can be done with a column: its place among them, and to hide it. */
export interface ColumnActions {
  element: HTMLElement;
  buttons: Record<ColumnAction, HTMLButtonElement>;
}

export function makeColumnActions(): ColumnActions {
  const buttons = {
    earlier: makeButton("earlier"),
    later: makeButton("later"),
    hide: makeButton("hide"),
  };
  const element = makeElement(
    "span",
    { class: "column-actions" },
    ...Object.values(buttons),
  );
  return { element, buttons };
}

/** Says what each button does, and lets only those be used that do something. */
export function drawColumnActions(
  { element, buttons }: ColumnActions,
  name: string,
  { index, count }: { index: number; count: number },
): void {
  setAttributes(element, { hidden: count < 2 });
  for (const action of Object.keys(buttons) as ColumnAction[]) {
    const text = words[action](name);
    setAttributes(buttons[action], { title: text, "aria-label": text });
  }
  setAttributes(buttons.earlier, { disabled: index === 0 });
  setAttributes(buttons.later, { disabled: index === count - 1 });
}

/** Goes to what hides a column, or else moves it; returns whether there is any. */
export function focusAction(
  { element, buttons: { earlier, later, hide } }: ColumnActions,
  toHide: boolean,
): boolean {
  if (element.hidden) return false;
  (toHide ? hide : earlier.disabled ? later : earlier).focus();
  return true;
}

function makeButton(action: ColumnAction): HTMLButtonElement {
  return makeElement(
    "button",
    { type: "button", "data-action": action },
    makeIcon(icons[action]),
  );
}
