import { html } from "hono/html";
import type {
  DocumentedAnswer,
  DocumentedOperation,
} from "../openapi/openapi_document.ts";
import type { Schema } from "../openapi/schema.ts";
import { describeField, objectIn } from "./describe_schema.ts";
import { texts } from "./docs_texts.ts";

type Html = ReturnType<typeof html>;

/** What a request is answered with: types, fields, and problems. */
export function renderAnswers({ responses }: DocumentedOperation): Html {
  const { content } = responses[200] as DocumentedAnswer;
  const problems = Object.keys(responses).filter((status) => status !== "200");
  return html`<h4>${texts.answers}</h4>
    <p>${
    Object.keys(content).map((type) =>
      html`
        <code>${type}</code>
      `
    )
  }</p>
    ${
    Object.entries(content).map(([type, { schema }]) =>
      renderContent(type, schema)
    )
  }
    ${
    problems.length === 0
      ? ""
      : html`<p class="hint">${texts.problems(problems.join(", "))}</p>`
  }`;
}

function renderContent(type: string, schema: Schema): Html | string {
  const { description, oneOf = [schema] } = schema;
  const objects = oneOf.map(objectIn).filter((one) => one !== null);
  if (objects.length === 0) {
    return description ? html`<p class="hint">${description}</p>` : "";
  }
  return html`<details>
      <summary>${texts.fields(type)}</summary>
      ${
    objects.map((one, i) =>
      html`${
        objects.length === 1
          ? ""
          : html`<p class="hint">${i === 0 ? texts.either : texts.or}</p>`
      }${renderFields(one)}`
    )
  }
    </details>`;
}

function renderFields({ properties = {}, required = [] }: Schema): Html {
  return html`<ul class="fields">
      ${
    Object.entries(properties).map(([name, schema]) => {
      const inner = objectIn(schema);
      return html`<li>
        <code>${name}</code>
        <span class="hint">${describeField(schema)}${
        required.includes(name) ? "" : `, ${texts.optional}`
      }</span>${schema.description ? `: ${schema.description}` : ""}
        ${inner ? renderFields(inner) : ""}
      </li>`;
    })
  }
    </ul>`;
}
