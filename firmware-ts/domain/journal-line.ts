// A record as a line of the journal: with a checksum, so that a damaged one is not taken for another.

/** @param checksum of the record */
export function journalLine(record: string, checksum: number): string {
  return `${record} ${checksum}\n`;
}

/**
 * The records of a journal's text, the oldest first.
 * @param checksum of a record
 */
export function recordsIn(text: string, checksum: (record: string) => number): string[] {
  const records: string[] = [];
  for (const line of text.split("\n")) {
    const at = line.lastIndexOf(" ");
    if (at < 0) continue;
    const record = line.slice(0, at);
    if (line.slice(at + 1) === `${checksum(record)}`) records.push(record);
  }
  return records;
}
