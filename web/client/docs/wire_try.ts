/// <reference lib="dom" />
import type { ApiDocument } from "./contract.ts";
import { RequestForm } from "./request_form.ts";
import { texts } from "./try_texts.ts";

/** Lets the requests of the page be tried; the document is read when one is. */
export function wireTry(root: ParentNode): void {
  let reading: Promise<ApiDocument> | null = null;
  const read = () => reading ??= readDocument();
  for (const part of root.querySelectorAll<HTMLDetailsElement>(".try")) {
    part.hidden = false;
    const place = part.querySelector<HTMLElement>("div")!;
    const path = part.dataset.path!;
    part.addEventListener("toggle", async () => {
      if (!part.open || place.querySelector("form")) return;
      try {
        const { get } = (await read()).paths[path]!;
        place.replaceChildren(new RequestForm(path, get).element);
      } catch {
        reading = null;
        place.textContent = texts.noDocument;
      }
    });
  }
}

async function readDocument(): Promise<ApiDocument> {
  const answer = await fetch("/openapi.json");
  if (answer.ok) return await answer.json() as ApiDocument;
  throw new Error(
    `Cannot read the document of the API as the server must answer 200: current status is ${answer.status}`,
  );
}
