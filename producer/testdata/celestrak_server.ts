import terra from "../../tle/data/terra.json" with { type: "json" };

/** What CelesTrak answers for TERRA. */
export const TERRA_JSON = JSON.stringify([terra].flat());

export interface CelestrakServer {
  readonly url: string;
  /** What it was asked, in order: `CATNR=25994&FORMAT=JSON`. */
  readonly asked: string[];
  /** Its answer from now on. */
  answer: (request: Request) => Response | Promise<Response>;
  close(): Promise<void>;
}

/** Serves in CelesTrak's place, on this machine; first with TERRA. */
export function startCelestrak(): CelestrakServer {
  const asked: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      asked.push(new URL(request.url).search.slice(1));
      return celestrak.answer(request);
    },
  );
  const celestrak: CelestrakServer = {
    url: `http://127.0.0.1:${server.addr.port}/NORAD/elements/gp.php`,
    asked,
    answer: () => new Response(TERRA_JSON),
    close: () => server.shutdown(),
  };
  return celestrak;
}
