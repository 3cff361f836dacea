const warned = new Set<string>()

/** Tells once for every model that an event of its stream was lost. */
export function warnMalformed(model: string): void {
  if (warned.has(model)) return
  warned.add(model)
  process.emitWarning(
    `${model}: an event of the stream was not JSON and was left out. The reply is whole otherwise; this is told once.`,
    { type: 'OckhamWarning', code: 'malformed-event' },
  )
}
