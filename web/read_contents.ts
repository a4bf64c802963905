import {
  type LateSummary,
  summariseLateRanges,
} from "../shared/projection/late_ranges.ts";
import {
  type ProjectionInUse,
  ProjectionUnavailable,
} from "../shared/projection/projection.ts";
import { readPaces, type TopicPace } from "../shared/projection/read_paces.ts";
import { type NamedProjection, nameOf } from "./name_projection.ts";

/** What the projection in use tells an operator of itself. */
export interface ProjectionContents extends NamedProjection {
  readonly paces: readonly TopicPace[];
  readonly late: LateSummary;
}

/** Reads it; where there is no projection to read, why. */
export function readContents(
  projections: ProjectionInUse,
): ProjectionContents | ProjectionUnavailable {
  try {
    using lease = projections.lease();
    const { projection } = lease;
    return {
      ...nameOf(projection),
      paces: readPaces(projection),
      late: summariseLateRanges(projection.db),
    };
  } catch (error) {
    if (error instanceof ProjectionUnavailable) return error;
    throw error;
  }
}
