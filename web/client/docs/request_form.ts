/// <reference lib="dom" />
import { curlCommand, wireCopyButton } from "../export/copy_button.ts";
import { texts as exportTexts } from "../export/export_texts.ts";
import { makeElement, setText } from "../make_element.ts";
import type { ApiOperation, ApiParameter } from "./contract.ts";
import { readAnswer, type ShownAnswer } from "./read_answer.ts";
import { requestAddress, valuesOf } from "./request_address.ts";
import { texts } from "./try_texts.ts";

/** A field for each parameter, the address that they make, and what it answers. */
export class RequestForm {
  readonly element: HTMLElement;
  readonly #path: string;
  readonly #parameters: readonly ApiParameter[];
  readonly #fields = new Map<string, HTMLInputElement | HTMLSelectElement>();
  readonly #link = makeElement("a");
  readonly #status = makeElement("p", { role: "status", class: "hint" });
  readonly #answer = makeElement("pre", {
    role: "region",
    "aria-label": texts.answer,
    tabindex: "0",
    hidden: "",
  });
  #asking = new AbortController();

  /** Begins with the operation's first example. */
  constructor(path: string, operation: ApiOperation) {
    const { operationId, parameters, "x-examples": [example] } = operation;
    this.#path = path;
    this.#parameters = parameters.filter((one) => one.in !== "header");
    const values = valuesOf(path, example?.address ?? path);
    const labels = this.#parameters.map((one) =>
      this.#makeField(operationId, one, values.get(one.name) ?? "")
    );
    const copy = makeElement(
      "button",
      { type: "button", class: "quiet" },
      exportTexts.curl,
    );
    wireCopyButton(copy, () => curlCommand(this.#address));
    const form = makeElement(
      "form",
      { novalidate: "" },
      makeElement("div", { class: "try-fields" }, ...labels),
      makeElement("p", { class: "try-address" }, this.#link),
      makeElement(
        "p",
        {},
        makeElement("button", { class: "primary" }, texts.send),
        copy,
      ),
    );
    form.addEventListener("input", () => this.#drawAddress());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.element = makeElement("div", {}, form, this.#status, this.#answer);
    this.#drawAddress();
  }

  get #address(): string {
    const values = new Map(
      [...this.#fields].map(([name, { value }]) => [name, value.trim()]),
    );
    return requestAddress(this.#path, this.#parameters, values);
  }

  #drawAddress(): void {
    this.#link.href = this.#address;
    setText(this.#link, this.#address);
  }

  async #send(): Promise<void> {
    this.#asking.abort();
    const { signal } = this.#asking = new AbortController();
    setText(this.#status, texts.asking);
    try {
      const answer = await readAnswer(this.#address, signal);
      if (!signal.aborted) this.#show(answer);
    } catch {
      if (signal.aborted) return;
      setText(this.#status, texts.noAnswer);
      this.#answer.hidden = true;
    }
  }

  #show({ status, type, text, isWhole, tookMs }: ShownAnswer): void {
    const says = texts.answered(status, type, `${Math.round(tookMs)} ms`);
    const rest = text === "" ? texts.noText : texts.beginning;
    setText(this.#status, isWhole ? says : `${says}; ${rest}`);
    setText(this.#answer, text);
    this.#answer.hidden = text === "";
    this.#answer.scrollTop = 0;
  }

  #makeField(
    operationId: string,
    { name, required, schema }: ApiParameter,
    value: string,
  ): HTMLElement {
    const values = schema.enum ??
      (schema.type === "boolean" ? ["true", "false"] : null);
    const attributes = {
      id: `try-${operationId}-${name}`,
      // What it is there for stands in the list of parameters.
      "aria-describedby": `${operationId}-${name}`,
      ...required && { "aria-required": "true" },
    };
    const field = values
      ? makeElement(
        "select",
        attributes,
        ...["", ...values].map((one) =>
          makeElement(
            "option",
            { value: String(one) },
            one === "" ? texts.without(schema.default) : String(one),
          )
        ),
      )
      : makeElement("input", {
        ...attributes,
        autocomplete: "off",
        spellcheck: "false",
        placeholder: required
          ? texts.required
          : String(schema.default ?? texts.without()),
      });
    field.value = value;
    this.#fields.set(name, field);
    return makeElement(
      "label",
      { for: attributes.id },
      makeElement("code", {}, name),
      field,
    );
  }
}
