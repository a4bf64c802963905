import {
  type ElementSetsAround,
  elementSetsAround,
  nearestOf,
} from "../../shared/projection/element_sets/read_element_sets.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { EcefState } from "../../tle/ecef_state.ts";
import type { Site } from "../../tle/look_angles.ts";
import {
  countRevolutions,
  countsReliably,
} from "../../tle/nodes/count_revolutions.ts";
import { argumentOfLatitude } from "../../tle/passes/argument_of_latitude.ts";
import { driftTurns } from "../../tle/passes/drift_turns.ts";
import { observerLatitudeDeg } from "../../tle/passes/pass_id.ts";
import {
  observedRevolution,
  revolutionOfPass,
} from "../../tle/passes/revolution_of_pass.ts";
import { staysUp } from "../../tle/passes/stays_up.ts";
import { RevolutionAnchors } from "./revolution_anchors.ts";

/** When a satellite is highest, and where it is then. */
export interface Culmination {
  readonly tcaMs: number;
  readonly state: EcefState;
}

/** Which of a satellite's revolutions a pass is in. */
export interface PassRevolution {
  /** From the ascending node, as `/nodes` counts; null where not known. */
  readonly orbitNumber: number | null;
  /**
   * Tells the pass from those of other revolutions, for `PassIds`:
   *
   * - `142815`: the revolution from 270 degrees of argument of latitude (from 90,
   *   south of the equator), `m13` where it is -13. The same for all element sets.
   * - `up0`: the satellite stays up for a revolution or longer, and has gone
   *   round the Earth so often as seen from there. The same for all sets, too.
   * - `e3f2a9c41d07b_17`: the count is not known, so it is that of one element
   *   set, from its epoch; another for another set.
   * - `t20260821T143055Z`: there are no elements at all; the time of TCA.
   */
  readonly revolution: string;
}

/** Tells the revolutions of one satellite's passes over one site. */
export class RevolutionCounter {
  readonly #projection: Projection;
  readonly #noradId: number;
  readonly #site: Site;
  readonly #horizonDeg: number;
  readonly #anchors: RevolutionAnchors;
  /** Of the last pass: the next one is mostly between the same two. */
  #around: ElementSetsAround = { before: null, after: null };

  constructor(
    projection: Projection,
    noradId: number,
    where: { readonly site: Site; readonly horizonDeg: number },
  ) {
    this.#projection = projection;
    this.#noradId = noradId;
    this.#site = where.site;
    this.#horizonDeg = where.horizonDeg;
    this.#anchors = new RevolutionAnchors(projection, noradId);
  }

  of({ tcaMs, state }: Culmination): PassRevolution {
    const around = this.#setsAround(tcaMs);
    const set = nearestOf(around, tcaMs);
    if (set === null) {
      const time = new Date(tcaMs).toISOString().replace(/[-:]|\.\d+/g, "");
      return { orbitNumber: null, revolution: `t${time}` };
    }
    const argument = argumentOfLatitude(state, tcaMs, set);
    const count = this.#countOf(set, around, tcaMs);
    const at = { timeMs: tcaMs, argument };
    const orbitNumber = count === null
      ? null
      : revolutionOfPass(set, count, at);
    const drift = this.#driftOf(set, { tcaMs, state });
    if (drift !== null) {
      return { orbitNumber, revolution: `up${withoutSign(drift)}` };
    }
    const latitudeDeg = observerLatitudeDeg(this.#site.observer);
    if (orbitNumber !== null) {
      const number = observedRevolution(orbitNumber, argument, latitudeDeg);
      return { orbitNumber, revolution: withoutSign(number) };
    }
    const own = revolutionOfPass(set, countRevolutions([set], 0)[0]!, at) ?? 0;
    const number = observedRevolution(own, argument, latitudeDeg);
    const revolution = `e${set.id}_${withoutSign(number)}`;
    return { orbitNumber, revolution };
  }

  #setsAround(timeMs: number): ElementSetsAround {
    const { before, after } = this.#around;
    const isBetween = before !== null && before.epochUs <= timeMs * 1000 &&
      (after === null || after.epochUs > timeMs * 1000);
    return isBetween ? this.#around : this.#around = elementSetsAround(
      this.#projection,
      this.#noradId,
      timeMs,
    );
  }

  /** At the set's epoch; null where it does not tell the revolution at TCA. */
  #countOf(
    set: StoredElementSet,
    { before, after }: ElementSetsAround,
    tcaMs: number,
  ): number | null {
    const neighbour = (set === before ? after : before) ?? set;
    const days = Math.abs(tcaMs * 1000 - set.epochUs) / 86_400e6;
    if (!countsReliably(set, neighbour, days)) return null;
    return this.#anchors.countAtEpoch(set);
  }

  #driftOf(set: StoredElementSet, { tcaMs, state }: Culmination) {
    if (
      !staysUp(set, this.#site, { timeMs: tcaMs, aboveDeg: this.#horizonDeg })
    ) {
      return null;
    }
    const anchor = this.#anchors.first() ?? set;
    const { longitudeDeg } = this.#site.observer;
    return driftTurns({ anchor, set }, { timeMs: tcaMs, state }, longitudeDeg);
  }
}

/** What is joined by dashes has none of its own. */
function withoutSign(number: number): string {
  return number < 0 ? `m${-number}` : String(number);
}
