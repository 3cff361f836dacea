/** Lets `write` fill a new file, which then takes the place of the one at `path`: whole or not at all. */
export async function replaceFile(
  path: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const { rename, rm } = await import('node:fs/promises')
  // A rename within one folder replaces the old file at once, so a crash cannot leave half of one.
  const draft = `${path}.${crypto.randomUUID()}.tmp`
  try {
    await write(draft)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
