import { html } from "hono/html";

type Html = ReturnType<typeof html>;

/**
 * The head of a page that is written here.
 *
 * @param styles Names of the style sheets beside those of the frame.
 */
export function renderPageHead(
  title: string,
  styles: readonly string[] = [],
): Html {
  return html`
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>${title} – Groundtrack</title>
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="/favicon.svg" type="image/svg+xml">
      ${["base", "controls", "header", ...styles].map((name) =>
        html`
          <link rel="stylesheet" href="/${name}.css">
        `
      )}
      <link rel="stylesheet" href="/print.css" media="print">
      <!-- It keeps to the theme that was chosen. -->
      <script type="module" src="/docs.js" blocking="render"></script>
    </head>
  `;
}
