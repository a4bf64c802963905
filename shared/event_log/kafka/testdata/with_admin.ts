import "../silence_kafkajs.ts";
import { type Admin, Kafka, logLevel } from "kafkajs";

/** Does to a broker what its operators do. */
export async function withAdmin<T>(
  bootstrap: string,
  action: (admin: Admin) => Promise<T>,
): Promise<T> {
  const admin = createKafka(bootstrap).admin();
  await admin.connect();
  try {
    return await action(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Deletes a topic, and waits until the broker does not know it any more. */
export async function deleteTopic(
  bootstrap: string,
  topic: string,
): Promise<void> {
  await withAdmin(bootstrap, async (admin) => {
    await admin.deleteTopics({ topics: [topic] });
    while ((await admin.listTopics()).includes(topic)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}

/** kafkajs itself, for what the event log does not do. */
export function createKafka(bootstrap: string): Kafka {
  return new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING });
}
