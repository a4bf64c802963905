import { html } from "hono/html";
import type { OpenapiDocument } from "../openapi/openapi_document.ts";
import { GROUPS } from "../openapi/operation.ts";
import { GROUP_TITLES, texts } from "./docs_texts.ts";
import { renderOperation } from "./render_operation.ts";

type Html = ReturnType<typeof html>;

/**
 * Writes the page of the API from its document.
 *
 * @param origin Of this server, as whoever asks calls it.
 */
export function renderDocs(document: OpenapiDocument, origin: string): Html {
  const operations = Object.entries(document.paths)
    .map(([path, { get }]) => ({ path, get }));
  const groups = GROUPS.map((group) => ({
    group,
    members: operations.filter(({ get }) => get.tags[0] === group),
  }));
  return html`
    <!DOCTYPE html>
    <html lang="en">
      ${renderHead()}
      <body class="docs">
        <a class="skip" href="#requests">${texts.skip}</a>
        ${renderHeader()}
        <main>
          <nav class="contents" aria-label="${texts.contents}">
            ${groups.map(({ group, members }) =>
              html`
                <h2>${GROUP_TITLES[group]}</h2>
                <ul>
                          ${members.map(({ get }) =>
                            html`<li><a href="#${get.operationId}">${get.summary}</a></li>`
                          )}
                        </ul>
              `
            )}
          </nav>
          <div id="requests" class="page" tabindex="-1">
            <header>
              <h2>${texts.title}</h2>
              <p>${document.info.description}</p>
              <p><a href="/openapi.json">${texts.document}</a></p>
            </header>
            ${groups.map(({ group, members }) =>
              html`<h2>${GROUP_TITLES[group]}</h2>
        ${members.map(({ path, get }) => renderOperation(path, get, origin))}`
            )}
          </div>
        </main>
      </body>
    </html>
  `;
}

function renderHead(): Html {
  return html`
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>${texts.title} – Groundtrack</title>
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="/favicon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/base.css">
      <link rel="stylesheet" href="/controls.css">
      <link rel="stylesheet" href="/header.css">
      <link rel="stylesheet" href="/satellites.css">
      <link rel="stylesheet" href="/docs.css">
      <link rel="stylesheet" href="/print.css" media="print">
      <script type="module" src="/docs.js" blocking="render"></script>
    </head>
  `;
}

/** That of index.html, without what lives. */
function renderHeader(): Html {
  return html`
    <div class="top">
      <header class="page-header">
        <h1>Groundtrack</h1>
        <nav class="pages" aria-label="Pages">
          <a href="/">Dashboard</a>
          <a href="/passes">Passes</a>
          <a href="/elements">Elements</a>
          <a href="/status">Status</a>
          <a href="/docs" aria-current="page">API</a>
        </nav>
        <button id="theme" class="theme" type="button" hidden>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" />
            <path d="M8 2a6 6 0 0 1 0 12z" />
          </svg>
        </button>
      </header>
    </div>
  `;
}
