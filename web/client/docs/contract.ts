/** The part of `/openapi.json` that a request is made by. */
export interface ApiDocument {
  paths: Record<string, { get: ApiOperation }>;
}

export interface ApiOperation {
  operationId: string;
  parameters: ApiParameter[];
  "x-examples": { address: string }[];
}

export interface ApiParameter {
  name: string;
  in: "query" | "path" | "header";
  required: boolean;
  schema: {
    type?: string;
    enum?: (string | number)[];
    default?: unknown;
    examples?: unknown[];
  };
}
