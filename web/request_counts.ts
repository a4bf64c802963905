import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";

/** How many requests came for a route and got a status. */
export interface RequestCount {
  /** As routes are declared; `other` for what is none. */
  readonly route: string;
  readonly status: number;
  readonly count: number;
}

/** Counts requests by route and status; a stream as it begins. */
export class RequestCounts {
  readonly #counts = new Map<string, RequestCount>();

  readonly middleware: MiddlewareHandler = async (c, next) => {
    await next();
    const path = routePath(c, -1);
    const route = path.endsWith("*") ? "other" : path;
    const { status } = c.res;
    const key = `${status} ${route}`;
    const count = (this.#counts.get(key)?.count ?? 0) + 1;
    this.#counts.set(key, { route, status, count });
  };

  read(): RequestCount[] {
    return [...this.#counts.values()];
  }
}
