/** How a saved selection says what it is; a report that this version could not read has another number. */
export const selectionFormat = { format: 'ockham-selection', version: 1 } as const
