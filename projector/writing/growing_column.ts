type NumberArray = Float64Array | Int32Array | Uint8Array;

/** A typed array that grows. */
export class GrowingColumn<A extends NumberArray> {
  #values: A;
  #length = 0;

  constructor(private readonly make: new (length: number) => A) {
    this.#values = new make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.make(this.#length * 4);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /**
   * The content in an array of its own, which can be handed to another thread;
   * the column is empty after it, and keeps its room.
   */
  take(): A {
    const taken = this.#values.slice(0, this.#length) as A;
    this.#length = 0;
    return taken;
  }
}
