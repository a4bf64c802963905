/// <reference lib="dom" />

/** What of an answer is shown. */
export interface ShownAnswer {
  status: number;
  type: string;
  /** Its beginning, JSON set out in lines. */
  text: string;
  /** Whether that is all. */
  isWhole: boolean;
  /** From the question to the end of what is shown. */
  tookMs: number;
}

/** What is worth reading on a page. */
const shownCharacters = 4_000;
/** JSON that is longer is not set out in lines. */
const mostCharacters = 200_000;
/** What comes slowly, as a stream does, is shown as far as it has come. */
const defaultPatienceMs = 3_000;

/**
 * Asks for an address, and reads the beginning of the answer, whatever it is;
 * the rest is not asked for.
 *
 * @throws {Error} If nothing answers.
 */
export async function readAnswer(
  address: string,
  signal: AbortSignal,
  patienceMs = defaultPatienceMs,
): Promise<ShownAnswer> {
  const startMs = performance.now();
  const response = await fetch(address, { signal });
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const { text, isWhole } = isText(type)
    ? await readBeginning(response, patienceMs)
    : await leaveOut(response);
  const tookMs = performance.now() - startMs;
  const written = isWhole && type.endsWith("json") ? setOut(text) : text;
  return {
    status: response.status,
    type,
    text: written.slice(0, shownCharacters),
    isWhole: isWhole && written.length <= shownCharacters,
    tookMs,
  };
}

function isText(type: string): boolean {
  return type.startsWith("text/") || type.endsWith("json");
}

async function readBeginning({ body }: Response, patienceMs: number) {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return { text: "", isWhole: true };
  let isOver = false;
  const impatience = setTimeout(() => {
    isOver = true;
    reader.cancel();
  }, patienceMs);
  let text = "";
  let isWhole = false;
  try {
    while (!isWhole && text.length < mostCharacters) {
      const { done, value = "" } = await reader.read();
      text += value;
      isWhole = done;
    }
  } finally {
    clearTimeout(impatience);
  }
  if (!isWhole) await reader.cancel();
  return { text, isWhole: isWhole && !isOver };
}

/** A download shows what a page cannot. */
async function leaveOut({ body }: Response) {
  await body?.cancel();
  return { text: "", isWhole: false };
}

function setOut(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
