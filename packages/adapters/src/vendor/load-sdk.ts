import { LMConfigurationError } from '@ockham/core'

/** Runs the import of an optional SDK; throws `LMConfigurationError` when it is not installed. */
export async function loadSDK<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!isMissing(error, name)) throw error
    throw new LMConfigurationError(
      `The package "${name}" is needed here and is not installed. ` +
        `Install it: npm install ${name}`,
      { cause: error },
    )
  }
}

function isMissing(error: unknown, name: string): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(`'${name}'`)
}
