import { join } from "node:path";
import { environmentVariable } from "../environment.ts";
import { runService } from "../run_service.ts";
import { startBroker } from "./broker.ts";
import { parsePort } from "./parse_port.ts";
import { KAFKA_FOLDER } from "./project_files.ts";

await runService(async (signal) => {
  const port = parsePort(environmentVariable()("KAFKA_PORT"));
  const folder = join(KAFKA_FOLDER, String(port));
  const since = performance.now();
  const say = (text: string) => console.log(text);
  say(`Starting Kafka, with its records in ${folder}`);
  const broker = await startBroker({ folder, port, say, signal });
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  say(
    `Kafka is ready at localhost:${port} after ${seconds} s; ` +
      `use it by EVENT_LOG=kafka://localhost:${port}`,
  );
  const stop = () => void broker.stop();
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  await broker.ended;
  if (!signal.aborted) {
    throw new Error(
      "Cannot go on as the broker must run: it has ended, and " +
        `${join(folder, "server.log")} may say why. Start it again.`,
    );
  }
  say("Kafka has stopped; its records are kept");
});
