import type { MiddlewareHandler } from "hono";

/** Everything that the page needs comes from here, and nothing else may. */
const HEADERS = {
  "content-security-policy": "default-src 'none'; script-src 'self'; " +
    "style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  // By `c.header` each would make a new response, with its body as a stream.
  const { headers } = c.res;
  for (const [name, value] of Object.entries(HEADERS)) {
    headers.set(name, value);
  }
};
