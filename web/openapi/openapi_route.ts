import { jsonResponse } from "../json_response.ts";
import { openapiDocument } from "./openapi_document.ts";
import { OPERATIONS } from "./operations.ts";

/** What all routes answer, as OpenAPI 3.1; the same for as long as we run. */
export const OPENAPI = openapiDocument(OPERATIONS);

/** `GET /openapi.json`: the documentation, for programs. */
export function openapiRoute(): Response {
  return jsonResponse(OPENAPI);
}
