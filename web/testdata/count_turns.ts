/** How many turns others have while something is done: one where it never gives way. */
export async function countTurns(
  work: () => Promise<unknown>,
): Promise<number> {
  let turns = 0;
  let isOver = false;
  const others = (async () => {
    for (; !isOver; turns++) await new Promise((done) => setTimeout(done));
  })();
  await work();
  isOver = true;
  await others;
  return turns;
}
