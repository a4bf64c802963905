import { constants, setPriority } from "node:os";

/**
 * Lets the services that run beside have the processor first: a command that
 * makes or audits a projection takes all that is left, and has time. For the
 * threads that are begun after it, too.
 */
export function letOthersFirst(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
