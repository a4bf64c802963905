import {
  kafkaTest,
  shareTestBroker,
} from "../../kafka_broker/testdata/test_broker.ts";
import { testEventLogContract } from "../contract/event_log_contract.ts";
import { openEventLog } from "../open_event_log.ts";

const broker = shareTestBroker();
let tests = 0;

testEventLogContract(
  "Kafka event log",
  () => {
    const prefix = `test${++tests}.`;
    return Promise.resolve({
      prefix,
      open: () => openEventLog(`kafka://${broker().bootstrap}`),
      // Its topics go with the broker.
      [Symbol.asyncDispose]: () => Promise.resolve(),
    });
  },
  kafkaTest,
);
