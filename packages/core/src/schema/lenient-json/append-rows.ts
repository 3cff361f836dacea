import type { JSONValue } from '../json-value.ts'

/** Adds an array that stands where a key should to the array before it, as a row when that one has rows. */
export function appendRows(target: JSONValue[], rows: JSONValue[]): void {
  const [first] = rows
  const isTable = target.some((row) => Array.isArray(row))
  if (!isTable && rows.length === 1 && Array.isArray(first)) target.push(...first)
  else if (!isTable || rows.every((row) => Array.isArray(row)))
    for (const row of rows) target.push(row)
  else target.push(rows)
}
