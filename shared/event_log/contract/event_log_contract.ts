import { testAppending } from "./contract_appending.ts";
import { testCheckpoints } from "./contract_checkpoints.ts";
import { testFollowing } from "./contract_following.ts";
import { testReading } from "./contract_reading.ts";
import { testTidying } from "./contract_tidying.ts";
import {
  createContractTester,
  type LogUnderTest,
  type RegisterTest,
} from "./contract_support.ts";

/**
 * Registers the tests that every adapter of the event log port passes. They
 * take offsets as growing, not as consecutive, and a log as shared with others.
 *
 * @param adapter Begins the tests' names.
 * @param prepare Called for each test.
 * @param register As `Deno.test`, where that does not do.
 */
export function testEventLogContract(
  adapter: string,
  prepare: () => Promise<LogUnderTest>,
  register: RegisterTest = (name, body) => Deno.test(name, body),
): void {
  const test = createContractTester(adapter, prepare, register);
  testAppending(test);
  testReading(test);
  testCheckpoints(test);
  testFollowing(test);
  testTidying(test);
}
