import {
  MAX_SAFE_INTEGER_BYTES,
  unzigzag,
  VarintReader,
  writeSafeInteger,
  writeVarint,
  zigzag,
} from "../../varint.ts";
import type { StoredPrediction } from "./stored_audit.ts";

const FIELDS = 8;
/** Finer than any element set: the last digit of one is 1.6 ms of TERRA. */
const LATER_UNITS_PER_S = 10_000;

type Unkinded = Omit<StoredPrediction, "kind">;

/**
 * Writes predictions of one kind as bytes: whole metres, seconds of age, and
 * tenths of a millisecond, as varints. Some 16 bytes each; as rows of a table
 * they would be 46, of which 16,400 objects have nine, two or three times a day.
 */
export function encodePredictions(
  predictions: readonly Unkinded[],
): Uint8Array {
  const bytes = new Uint8Array(
    predictions.length * FIELDS * MAX_SAFE_INTEGER_BYTES,
  );
  let at = 0;
  for (const one of predictions) {
    const flag = one.isManoeuvreSuspected ? 1 : 0;
    at = writeVarint(bytes, at, one.nominalAgeDays * 2 + flag);
    at = writeVarint(bytes, at, one.predictedByRef);
    at = writeVarint(bytes, at, one.samples);
    at = writeVarint(bytes, at, Math.round(one.ageS));
    at = writeVarint(bytes, at, zigzag(Math.round(one.radialM)));
    at = writeVarint(bytes, at, zigzag(Math.round(one.alongTrackM)));
    at = writeVarint(bytes, at, zigzag(Math.round(one.crossTrackM)));
    at = writeSafeInteger(
      bytes,
      at,
      Math.round(one.laterS * LATER_UNITS_PER_S),
    );
  }
  return bytes.slice(0, at);
}

/** @throws {RangeError} If the bytes are none that were written so. */
export function decodePredictions(
  bytes: Uint8Array,
  kind: StoredPrediction["kind"],
): StoredPrediction[] {
  const reader = new VarintReader(bytes, "audit");
  const predictions: StoredPrediction[] = [];
  while (reader.at < bytes.length) {
    const ageAndFlag = reader.readVarint();
    predictions.push({
      kind,
      nominalAgeDays: ageAndFlag >>> 1,
      isManoeuvreSuspected: (ageAndFlag & 1) === 1,
      predictedByRef: reader.readVarint(),
      samples: reader.readVarint(),
      ageS: reader.readVarint(),
      radialM: unzigzag(reader.readVarint()),
      alongTrackM: unzigzag(reader.readVarint()),
      crossTrackM: unzigzag(reader.readVarint()),
      laterS: reader.readSafeInteger() / LATER_UNITS_PER_S,
    });
  }
  return predictions;
}
