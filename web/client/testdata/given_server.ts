/** Answers what is fetched, until it is disposed of. */
export function givenServer(answer: (address: string) => Response): Disposable {
  const { fetch } = globalThis;
  // What throws here is what a server that is not there does.
  globalThis.fetch = (address) => Promise.try(() => answer(String(address)));
  return {
    [Symbol.dispose]() {
      globalThis.fetch = fetch;
    },
  };
}
