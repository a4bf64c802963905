import {
  type ProjectionInUse,
  ProjectionUnavailable,
  readRevision,
} from "../shared/projection/projection.ts";

/** A projection, and how far it is. */
export interface NamedProjection {
  readonly id: string;
  readonly revision: number;
}

/** The projection in use now; null where there is none. */
export function nameProjection(
  projections: ProjectionInUse,
): NamedProjection | null {
  try {
    using lease = projections.lease();
    const { projection } = lease;
    return { id: projection.id, revision: readRevision(projection) };
  } catch (error) {
    if (error instanceof ProjectionUnavailable) return null;
    throw error;
  }
}
