import { html } from "hono/html";
import type { OpenapiDocument } from "../openapi/openapi_document.ts";
import { GROUPS } from "../openapi/operation.ts";
import { renderPageHead } from "../page_head.ts";
import { renderPageHeader } from "../page_header.ts";
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
      ${renderPageHead(texts.title, ["satellites", "docs"])}
      <body class="docs">
        <a class="skip" href="#requests">${texts.skip}</a>
        ${renderPageHeader("/docs")}
        <main>
          <nav class="contents" aria-label="${texts.contents}">
            <details open>
              <summary>${texts.contents}</summary>
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
            </details>
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
