/** A vector in the frame and unit that the name of its variable says. */
export interface Vector3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
