/// <reference lib="dom" />

/** Where the contents stand above all else, they are opened on demand. */
export function foldContents(contents: HTMLDetailsElement): void {
  const narrow = matchMedia("(max-width: 960px)");
  const fold = () => contents.open = !narrow.matches;
  narrow.addEventListener("change", fold);
  fold();
}
