/**
 * Splits one line of CSV (RFC 4180) into its fields; in quotes a comma is a
 * character like any other, and a quote is written twice.
 *
 * @returns Null where quotes are not closed, or stand within a field.
 */
export function csvFields(line: string): string[] | null {
  if (!line.includes('"')) return line.split(",");
  const fields: string[] = [];
  const field = /("[^"]*(?:""[^"]*)*"|[^",]*)(,|$)/y;
  do {
    const found = field.exec(line);
    if (found === null) return null;
    const [, text = "", end] = found;
    fields.push(
      text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text,
    );
    if (end === "") return fields;
  } while (true);
}
