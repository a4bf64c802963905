/** A message may quote the record, and must not command a terminal. */
const CONTROL = /\p{C}/gu;

/** A record that is no event which this version can read. */
export class DecodeError extends TypeError {
  override readonly name = "DecodeError";

  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(CONTROL, "\ufffd"), options);
  }
}
