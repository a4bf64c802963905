import { html } from "hono/html";
import type {
  DocumentedOperation,
  DocumentedParameter,
} from "../openapi/openapi_document.ts";
import type { Example } from "../openapi/operation.ts";
import { describeValue } from "./describe_schema.ts";
import { texts } from "./docs_texts.ts";
import { renderAnswers } from "./render_answers.ts";

type Html = ReturnType<typeof html>;

/** One request of the API: what it answers, what it takes, and examples. */
export function renderOperation(
  path: string,
  operation: DocumentedOperation,
  origin: string,
): Html {
  const { operationId, summary, description, parameters } = operation;
  const streams = "text/event-stream" in
    (operation.responses[200] as { content: object }).content;
  return html`
    <section
      class="panel operation"
      id="${operationId}"
      aria-labelledby="${operationId}-title"
    >
          <h3 id="${operationId}-title">${summary}</h3>
          <p class="path"><span class="method">${texts.get}</span>
            <code>${path}</code></p>
          <p>${description}</p>
          <ul class="examples">
            ${operation["x-examples"].map((one) =>
              renderExample(one, { origin, streams })
            )}
          </ul>
          <details class="try" data-path="${path}" hidden>
            <summary>${texts.try}</summary>
            <div></div>
          </details>
          ${parameters.length === 0 ? "" : html`
            <h4>${texts.parameters}</h4>
            <dl class="parameters">
                    ${parameters.map((one) =>
                      renderParameter(operationId, one)
                    )}
                  </dl>
          `}
          ${renderAnswers(operation)}
        </section>
  `;
}

function renderExample(
  { summary, address }: Example,
  { origin, streams }: { readonly origin: string; readonly streams: boolean },
): Html {
  const command = `curl ${streams ? "-N " : ""}'${origin}${address}'`;
  return html`
    <li>
      <a href="${address}">${summary}</a>
      <span class="command">
        <code>${command}</code>
        <button class="quiet copy" type="button" hidden>${texts.copy}</button>
      </span>
    </li>
  `;
}

function renderParameter(
  operationId: string,
  { name, in: where, required, description, schema }: DocumentedParameter,
): Html {
  const notes = [
    ...required ? [texts.required] : [],
    ...where === "header" ? [texts.header] : [],
    ...where === "path" ? [texts.inPath] : [],
  ];
  const standard = schema.default === undefined
    ? ""
    : `; ${texts.standard(String(schema.default))}`;
  return html`
    <div>
      <dt><code>${name}</code> <span class="hint">${notes.join(
        ", ",
      )}</span></dt>
      <dd id="${operationId}-${name}">
            ${description}.
            <span class="hint">${describeValue(schema)}${standard}</span>
          </dd>
    </div>
  `;
}
