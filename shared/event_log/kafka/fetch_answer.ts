import type { FetchedPartition } from "./cluster.ts";
import type { FetchedMessages } from "./fetched_records.ts";

/** What kafkajs makes of a broker's answer, as far as it is used here. */
export interface FetchAnswer {
  readonly responses: readonly {
    readonly topicName: string;
    readonly partitions: readonly {
      readonly partition: number;
      /** Offset of the first record of a transaction that is still open. */
      readonly lastStableOffset: string;
      readonly messages: FetchedMessages["messages"];
      readonly abortedTransactions:
        | FetchedMessages["abortedTransactions"]
        | null;
    }[];
  }[];
}

export function toFetchedPartitions(
  { responses }: FetchAnswer,
): FetchedPartition[] {
  return responses.flatMap(({ topicName, partitions }) =>
    partitions.map((answer) => ({
      topic: topicName,
      partition: answer.partition,
      endOffset: Number(answer.lastStableOffset),
      messages: answer.messages,
      abortedTransactions: answer.abortedTransactions ?? [],
    }))
  );
}
