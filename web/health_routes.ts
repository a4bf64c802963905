import {
  type ProjectionInUse,
  readRevision,
} from "../shared/projection/projection.ts";
import { jsonResponse } from "./json_response.ts";

/** `GET /healthz`: the process answers. */
export function healthRoute(): Response {
  return jsonResponse({ status: "ok" });
}

/** `GET /readyz`: there is a projection, and it can be read. */
export function readyRoute(projections: ProjectionInUse) {
  return (): Response => {
    using lease = projections.lease();
    const { projection } = lease;
    return jsonResponse({
      status: "ok",
      projection: projection.id,
      revision: readRevision(projection),
    });
  };
}
