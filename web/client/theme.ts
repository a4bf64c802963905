/// <reference lib="dom" />
import { texts } from "./texts.ts";

export type Theme = "dark" | "light";

const key = "groundtrack.theme";
const darkness = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
/** By theme and name: to ask makes the browser style the page anew. */
const resolved = new Map<string, string>();

/** Returns the theme in use: the visitor's choice, else the system's; on paper light. */
export function currentTheme(): Theme {
  if (paper.matches) return "light";
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || chosen === "light" ? chosen : systemTheme();
}

/** Wires the button that changes the theme, and keeps the choice for next time. */
export function wireTheme(button: HTMLElement, onChange: () => void): void {
  const stored = readStored();
  if (stored) document.documentElement.dataset.theme = stored;
  const apply = () => {
    const text = currentTheme() === "dark"
      ? texts.theme.toLight
      : texts.theme.toDark;
    button.setAttribute("aria-label", text);
    button.title = text;
    onChange();
  };
  button.addEventListener("click", () => {
    const theme = currentTheme() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    store(theme);
    apply();
  });
  darkness.addEventListener("change", apply);
  paper.addEventListener("change", apply);
  apply();
}

/** Returns a colour of the style sheet as the canvas understands it. */
export function resolveColour(name: string): string {
  const key = `${currentTheme()} ${name}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  resolved.set(key, colour);
  return colour;
}

function systemTheme(): Theme {
  return darkness.matches ? "dark" : "light";
}

// Storage may be forbidden; the choice then lasts as long as the page.
function readStored(): Theme | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === "dark" || stored === "light" ? stored : null;
  } catch {
    return null;
  }
}

function store(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // See above.
  }
}
