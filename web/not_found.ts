import type { Context } from "hono";
import { html } from "hono/html";
import { parseAccept } from "hono/utils/accept";
import { renderPageHead } from "./page_head.ts";
import { renderPageHeader } from "./page_header.ts";
import { Problem } from "./problem.ts";

/** Answers that there is nothing: to a browser as a page that leads on. */
export async function notFound(c: Context): Promise<Response> {
  const { path } = c.req;
  const response = wantsPage(c.req.header("accept") ?? "")
    ? await c.html(renderNotFound(path), 404)
    : new Problem(404, `Cannot find ${path}: /docs says what there is`)
      .toResponse();
  response.headers.append("vary", "Accept");
  return response;
}

function wantsPage(accept: string): boolean {
  return parseAccept(accept).some(({ type, q }) =>
    type === "text/html" && q > 0
  );
}

function renderNotFound(path: string) {
  return html`
    <!DOCTYPE html>
    <html lang="en">
      ${renderPageHead("Not found")}
      <body>
        ${renderPageHeader(path)}
        <main>
          <div class="message">
            <h2>Not found</h2>
            <p>There is nothing at ${path}.</p>
            <p>
              The pages are <a href="/">Dashboard</a>, <a href="/passes">Passes</a>,
              <a href="/elements">Elements</a> and <a href="/status">Status</a>; what
              programs can ask for is at <a href="/docs">API</a>.
            </p>
          </div>
        </main>
      </body>
    </html>
  `;
}
