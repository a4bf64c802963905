import type { Report } from "../report.ts";
import type { StatusBoard } from "./status_board.ts";

/** Notes and tells that writing has to wait, and that it goes on. */
export function createWaitingReport(
  board: StatusBoard,
  report: Report,
  path: string,
) {
  return (reason: string | null) => {
    board.noteWaiting(reason);
    if (reason === null) report(`Writing to ${path} again`, "info");
    else {report(
        `Cannot write to ${path}, trying until I can: ${reason}`,
        "error",
      );}
  };
}
