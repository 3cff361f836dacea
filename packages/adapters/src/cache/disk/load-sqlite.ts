/** Node's SQLite; undefined on a Node without it. Its notice of being new is not shown. */
export function loadSQLite(): typeof import('node:sqlite') | undefined {
  const { emitWarning } = process
  // Loading is synchronous, so nobody else's warning passes through here.
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    if (!String(warning).startsWith('SQLite is'))
      Reflect.apply(emitWarning, process, [warning, ...rest])
  }
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
