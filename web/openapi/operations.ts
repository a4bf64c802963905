import { AUDIT_OPERATION } from "../audit/audit_operation.ts";
import { BACKFILLS_OPERATION } from "../backfills/backfills_operation.ts";
import { DEAD_LETTERS_OPERATION } from "../dead_letters/dead_letters_operation.ts";
import { ELEMENTS_OPERATION } from "../elements/elements_operation.ts";
import { EVIDENCE_OPERATION } from "../evidence/evidence_operation.ts";
import { LOOK_OPERATION } from "../look/look_operation.ts";
import { NODES_OPERATION } from "../nodes/nodes_operation.ts";
import { OBSERVERS_OPERATION } from "../observers/observers_operation.ts";
import {
  PASSES_OPERATION,
  SATELLITE_PASSES_OPERATION,
} from "../passes/passes_operations.ts";
import { POSITIONS_OPERATION } from "../positions/positions_operation.ts";
import { PROJECTION_OPERATION } from "../projection_operation.ts";
import { SATELLITES_OPERATION } from "../satellites_operation.ts";
import { SERVICE_OPERATIONS } from "../service_operations.ts";
import { STREAM_OPERATION } from "../stream/stream_operation.ts";
import { TRACKS_OPERATION } from "../tracks/tracks_operation.ts";
import type { Operation } from "./operation.ts";

/** What every route of the API says of itself, in the order of the page. */
export const OPERATIONS: readonly Operation[] = [
  POSITIONS_OPERATION,
  STREAM_OPERATION,
  TRACKS_OPERATION,
  EVIDENCE_OPERATION,
  BACKFILLS_OPERATION,
  SATELLITES_OPERATION,
  ELEMENTS_OPERATION,
  AUDIT_OPERATION,
  NODES_OPERATION,
  SATELLITE_PASSES_OPERATION,
  PASSES_OPERATION,
  LOOK_OPERATION,
  OBSERVERS_OPERATION,
  PROJECTION_OPERATION,
  DEAD_LETTERS_OPERATION,
  ...SERVICE_OPERATIONS,
];
