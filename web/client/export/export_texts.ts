/** Every English text of what a view gives to other programs. */
export const texts = {
  curl: "Copy as curl",
  curlOf: (what: string) => `Copy the request for ${what} as curl`,
  copied: "Copied",
  notCopied: "Not copied",
  csv: "CSV",
  csvOf: (what: string) => `Download ${what} as CSV`,
};
