/** Names a partition of a topic, as a key of maps. */
export function partitionKey(
  { topic, partition }: { readonly topic: string; readonly partition: number },
): string {
  return `${partition} ${topic}`;
}
