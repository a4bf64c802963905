/// <reference lib="dom" />
// @ts-types="@types/topojson-client"
import { feature } from "topojson-client";
import type { WorldShape } from "./world_pen.ts";

/**
 * Reads the land of the world, coarse as a map of all of it has it.
 *
 * @throws {Error} If the server does not answer with it.
 */
export async function readLand(): Promise<WorldShape> {
  const answer = await fetch("/land.json");
  if (!answer.ok) {
    throw new Error(
      `Cannot read the land as the server must answer 200: current status is ${answer.status}`,
    );
  }
  const topology = await answer.json();
  return feature(topology, topology.objects.land);
}
