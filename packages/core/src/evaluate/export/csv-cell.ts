// What a spreadsheet takes for the start of a formula, also behind white space and in full width.
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/
const quoted = /[",\r\n]|^\s|\s$/

/**
 * A value as a cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an
 * apostrophe before it, as OWASP advises; numbers stay as they are.
 */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (typeof value !== 'string') return String(value ?? '')
  const text = formula.test(value) ? `'${value}` : value
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
