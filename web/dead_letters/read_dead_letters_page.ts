import type { LogPosition } from "../../shared/event_log/event_log.ts";
import {
  type DeadLetterPreview,
  readDeadLetterPreviews,
} from "../../shared/projection/read_dead_letters.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import { createBreather } from "../../shared/breathe.ts";
import type { DeadLettersRequest } from "./dead_letters_request.ts";

/** One page of dead letters. */
export interface DeadLettersPage {
  readonly letters: readonly DeadLetterPreview[];
  /** Where the next page begins; null at the end. */
  readonly next: LogPosition | null;
}

/** Reads dead letters from the cursor on, and lets others run meanwhile. */
export async function readDeadLettersPage(
  db: Sqlite,
  { topic, limit, cursor }: DeadLettersRequest,
): Promise<DeadLettersPage> {
  const breathe = createBreather();
  const letters: DeadLetterPreview[] = [];
  const after = cursor === undefined
    ? null
    : { ...cursor, offset: cursor.offset - 1 };
  for (const letter of readDeadLetterPreviews(db, { after, topic })) {
    if (letters.length === limit) return { letters, next: letter.at };
    letters.push(letter);
    await breathe();
  }
  return { letters, next: null };
}
