import type { Observer } from "../../tle/observer.ts";

/** A place to look from; its name is null where it is given as coordinates. */
export interface NamedObserver extends Observer {
  readonly name: string | null;
}
