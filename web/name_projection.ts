import {
  type Projection,
  type ProjectionInUse,
  ProjectionUnavailable,
  readRevision,
} from "../shared/projection/projection.ts";
import { projectionVersion } from "../shared/projection/schema.ts";

/** A projection, and how far it is. */
export interface NamedProjection {
  readonly id: string;
  /** Of its tables, and of the rules by which they are filled. */
  readonly version: number;
  readonly revision: number;
}

/** The projection in use now; null where there is none. */
export function nameProjection(
  projections: ProjectionInUse,
): NamedProjection | null {
  try {
    using lease = projections.lease();
    return nameOf(lease.projection);
  } catch (error) {
    if (error instanceof ProjectionUnavailable) return null;
    throw error;
  }
}

export function nameOf(projection: Projection): NamedProjection {
  return {
    id: projection.id,
    version: projectionVersion(projection.db),
    revision: readRevision(projection),
  };
}
