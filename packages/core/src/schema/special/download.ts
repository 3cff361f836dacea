import { InputError } from '../../errors/input-error.ts'

/** What a download takes beside the URL. */
export interface DownloadOptions {
  readonly signal?: AbortSignal
  /** Milliseconds until it is given up; 30,000 by default. */
  readonly timeoutMs?: number
}

interface Downloaded {
  readonly bytes: Uint8Array
  readonly mediaType: string | undefined
}

const defaultTimeoutMs = 30_000

/**
 * Fetches an http or https URL. It follows redirects and reaches whatever the host can reach: check URLs
 * that come from others first. Throws `InputError` for other schemes and for answers that are no success.
 */
export async function download(url: string, options: DownloadOptions = {}): Promise<Downloaded> {
  if (!/^https?:\/\//i.test(url)) {
    throw new InputError(`Only http and https URLs can be downloaded, not ${url}.`, {})
  }
  const { signal, timeoutMs = defaultTimeoutMs } = options
  const timeout = AbortSignal.timeout(timeoutMs)
  const response = await fetch(url, {
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  })
  if (!response.ok) throw new InputError(`${url} answered ${response.status}.`, {})
  const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim()
  return { bytes: new Uint8Array(await response.arrayBuffer()), mediaType }
}
