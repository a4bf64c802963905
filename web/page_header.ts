import { html } from "hono/html";

type Html = ReturnType<typeof html>;

const LINKS = [
  { path: "/", name: "Dashboard" },
  { path: "/passes", name: "Passes" },
  { path: "/elements", name: "Elements" },
  { path: "/status", name: "Status" },
  { path: "/docs", name: "API" },
];

/**
 * That of index.html without what lives, for pages that are written here.
 *
 * @param current Path of the page that it is on.
 */
export function renderPageHeader(current: string): Html {
  return html`
    <div class="top">
      <header class="page-header">
        <h1>Groundtrack</h1>
        <nav class="pages" aria-label="Pages">
          ${LINKS.map(({ path, name }) =>
            path === current
              ? html`<a href="${path}" aria-current="page">${name}</a>`
              : html`<a href="${path}">${name}</a>`
          )}
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
