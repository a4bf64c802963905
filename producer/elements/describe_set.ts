import type { ElementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { printableLine } from "../../shared/printable.ts";

/** Writes all of an element set for people, in the units of its format. */
export function describeSet(event: ElementSetRecorded): string {
  const { norad_cat_id: number, object_name: name, object_id: id } = event;
  return [
    `ELEMENT SET         ${event.element_set}`,
    `SATELLITE           ${[number, name, id].filter(Boolean).join(", ")}`,
    `EPOCH               ${event.epoch}`,
    `RECEIVED            ${event.received_at}`,
    `FROM                ${event.source}`,
    `MEAN MOTION         ${event.mean_motion} revolutions a day`,
    `ECCENTRICITY        ${event.eccentricity}`,
    `INCLINATION         ${event.inclination}°`,
    `ASCENDING NODE      ${event.ra_of_asc_node}°, right ascension`,
    `PERIGEE             ${event.arg_of_pericenter}°, argument`,
    `MEAN ANOMALY        ${event.mean_anomaly}°`,
    `DRAG (BSTAR)        ${event.bstar} / Earth radii`,
    `MEAN MOTION CHANGE  ${event.mean_motion_dot} revolutions/day², half of it`,
    `SET NUMBER          ${event.element_set_no}`,
    `REVOLUTION          ${event.rev_at_epoch}`,
  ].map(printableLine).join("\n");
}
