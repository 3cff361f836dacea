/** A process that died while it held the lock holds it no longer than this. */
const longestRepairMs = 10_000

/**
 * Moves a database that cannot be read to `<path>.corrupt`, and nothing else: of many processes that find
 * it so one does it. The lock keeps the others from moving the new file that has taken its place.
 */
export function setAside(path: string, inode: bigint): boolean {
  const { mkdirSync, renameSync, rmSync, statSync } = process.getBuiltinModule('node:fs')
  const lock = `${path}.lock`
  if (!taken(() => mkdirSync(lock))) {
    taken(() => {
      if (Date.now() - statSync(lock).mtimeMs > longestRepairMs) rmSync(lock, { recursive: true })
    })
    return false
  }
  try {
    if (statSync(path, { bigint: true }).ino !== inode) return false
    // They belong to what is moved and would be read into the new file, which can come at once.
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
    renameSync(path, `${path}.corrupt`)
    return true
  } catch {
    return false
  } finally {
    taken(() => rmSync(lock, { recursive: true }))
  }
}

function taken(step: () => unknown): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}
