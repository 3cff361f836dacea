/** Makes a file and its folder where they are missing; the number that tells it from a later one of that name. */
export function makeFile(path: string): bigint {
  const { closeSync, fstatSync, openSync } = process.getBuiltinModule('node:fs')
  const { dirname } = process.getBuiltinModule('node:path')
  makeFolder(dirname(path), dirname)
  // SQLite would let everybody read it; the files it puts beside this one take over its mode.
  const file = openSync(path, 'a', 0o600)
  try {
    return fstatSync(file, { bigint: true }).ino
  } finally {
    closeSync(file)
  }
}

/** Not by the option `recursive`, which never returns below a folder such as /proc. */
function makeFolder(path: string, parentOf: (path: string) => string): void {
  const { existsSync, mkdirSync } = process.getBuiltinModule('node:fs')
  if (existsSync(path)) return
  makeFolder(parentOf(path), parentOf)
  try {
    mkdirSync(path, 0o700)
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(path)) throw error
  }
}
