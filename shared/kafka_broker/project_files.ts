import { fileURLToPath } from "node:url";

/** Names what is to be fetched, and is read by Maven. */
export const POM_FILE = fileURLToPath(new URL("./pom.xml", import.meta.url));

/** How the broker and its tools log. */
export const LOG4J_FILE = fileURLToPath(
  new URL("./log4j2.properties", import.meta.url),
);

/** Where jars are kept, and the data of the broker for development. */
export const KAFKA_FOLDER = fileURLToPath(
  new URL("../../data/kafka", import.meta.url),
);
