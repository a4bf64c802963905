/// <reference lib="dom" />
import { makeElement, makeIcon, setAttributes } from "../make_element.ts";

export function button(text: string, testId: string): HTMLButtonElement {
  return makeElement(
    "button",
    { type: "button", "data-testid": testId },
    text,
  );
}

/** A button that is an icon; `nameButton` gives it its words. */
export function iconButton(path: string, testId: string): HTMLButtonElement {
  const element = button("", testId);
  element.append(makeIcon(path));
  return element;
}

/**
 * Says what a button does, to whoever sees it and to whoever hears it.
 *
 * @param text With the key that does the same in brackets.
 */
export function nameButton(element: HTMLElement, text: string): void {
  setAttributes(element, { title: text, "aria-label": text });
}

export function group(
  label: string,
  className: string,
  ...children: HTMLElement[]
): HTMLElement {
  const attributes = { role: "group", "aria-label": label, class: className };
  return makeElement("div", attributes, ...children);
}

export function press(element: HTMLElement, pressed: boolean): void {
  setAttributes(element, { "aria-pressed": String(pressed) });
}

/** Marks what has no effect now, without taking the focus from it. */
export function disable(element: HTMLElement, disabled: boolean): void {
  setAttributes(element, { "aria-disabled": String(disabled) });
}
