/** Every English text of trying a request. */
export const texts = {
  send: "Send",
  asking: "Asking…",
  noDocument:
    "The list of parameters cannot be read. Close this and open it again when the server answers.",
  noAnswer: "No answer: the server cannot be reached.",
  required: "required",
  without: (standard?: unknown) =>
    standard === undefined ? "left out" : `left out: ${standard}`,
  answered: (status: number, type: string, took: string) =>
    `${status}, ${type}, in ${took}`,
  beginning: "only its beginning is shown",
  noText: "it cannot be shown here; follow the address to download it",
  answer: "Answer",
};
