import { nullable, NUMBER, object, TEXT } from "../openapi/schema.ts";

/** Where an answer is seen from. */
export const OBSERVER = object({
  name: nullable(TEXT),
  latitude_deg: NUMBER,
  longitude_deg: NUMBER,
  altitude_m: NUMBER,
});
