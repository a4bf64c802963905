/// <reference lib="dom" />
const svgNamespace = "http://www.w3.org/2000/svg";

/** Returns an element with its attributes and children; text is always text. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Returns a 16-pixel icon that takes the colour of the text around it. */
export function makeIcon(path: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(svgNamespace, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/**
 * Sets attributes only where they differ, as `setText` does; one that is true
 * is there without a value, and one that is false is not.
 */
export function setAttributes(
  element: Element,
  attributes: Record<string, string | boolean>,
): void {
  for (const [name, given] of Object.entries(attributes)) {
    const value = given === true ? "" : given;
    if (value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  }
}

/** Sets a text only where it differs, so that nothing is laid out in vain. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
