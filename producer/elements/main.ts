import {
  EVENT_LOG_SETTINGS,
  openEventLog,
} from "../../shared/event_log/open_event_log.ts";
import { Progress } from "../../shared/progress.ts";
import { readSettings } from "../../shared/settings.ts";
import { CelestrakSource } from "../sources/celestrak_source.ts";
import { CELESTRAK_FOLDER } from "../sources/open_sources.ts";
import { carryOutRequest } from "./carry_out_request.ts";
import { readElementsRequest, USAGE, UsageError } from "./elements_request.ts";

/** The command: adds element sets to the log, and tells which it holds. */
try {
  Deno.exit(await run(Deno.args) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(error instanceof UsageError ? 2 : 1);
}

async function run(args: readonly string[]): Promise<boolean> {
  const request = readElementsRequest(args);
  if (request.action === "help") {
    console.log(USAGE);
    return true;
  }
  const settings = readSettings([...EVENT_LOG_SETTINGS, "CELESTRAK_URL"]);
  const nowMs = Date.now;
  const celestrak = new CelestrakSource({
    url: settings.CELESTRAK_URL,
    folder: CELESTRAK_FOLDER,
    nowMs,
  });
  const progress = new Progress(Deno.stderr);
  const log = await openEventLog(settings.EVENT_LOG, settings);
  return await carryOutRequest(request, {
    ...{ log, celestrak, nowMs },
    say: (message) => {
      progress.end();
      console.log(message);
    },
    warn: (message) => {
      progress.end();
      console.error(message);
    },
    tell: (done, inAll, what) => {
      const [now, all] = [done, inAll].map((n) => n.toLocaleString("en"));
      progress.tell(done / inAll, `${now} of ${all} ${what}`);
    },
  }).finally(() => progress.end()).finally(() => log.close());
}
