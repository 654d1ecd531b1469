/**
 * A table as RFC 4180 has it: lines end in CRLF, a field with a comma, a quotation mark or a line end
 * stands in quotation marks. In UTF-8 without a byte order mark. What is absent is an empty field.
 */
export function toCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A response with a table. */
export function csvResponse(rows: readonly (readonly (string | number | undefined)[])[]): Response {
  return new Response(toCsv(rows), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
}
