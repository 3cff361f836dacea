import { AbortError } from '@ockham/core'
import { fingerprint } from '../run/fingerprint.ts'
import { Journal } from '../run/journal.ts'
import { FinetuneError } from './finetune-error.ts'
import type { FinetuneControl, FinetuneProvider, FinetuneRequest } from './finetune-provider.ts'
import { pause } from './pause.ts'

/** A model that came out of a job. */
export interface TunedModel {
  readonly job: string
  readonly model: string
  readonly trainedTokens?: number
}

/** What a job is made of. */
export interface FinetuneJob extends Omit<FinetuneRequest, 'file'> {
  readonly jsonl: string
}

/** How jobs are run. */
export interface FinetuneJobsOptions {
  readonly provider: FinetuneProvider
  /** A file that remembers jobs; what they are made of is the key, so it is never of another run. */
  readonly path: string | undefined
  readonly pollSeconds: number
  readonly signal: AbortSignal | undefined
}

// How long a run that is aborted waits for its job to be cancelled.
const cancelMs = 10_000

/** Runs jobs and remembers them, so that a run which was killed finds its job again and nothing is paid twice. */
export class FinetuneJobs {
  private readonly options: FinetuneJobsOptions
  private readonly control: FinetuneControl
  private readonly journal: Journal

  constructor(options: FinetuneJobsOptions) {
    this.options = options
    this.control = options.signal ? { signal: options.signal } : {}
    this.journal = new Journal(options.path, 'fine-tuning jobs')
  }

  /**
   * Waits for a job's model. Throws `FinetuneError`, and `AbortError`: a job that is remembered goes on, and any other is
   * cancelled.
   */
  async run(job: FinetuneJob): Promise<TunedModel> {
    const { path, provider, signal } = this.options
    const key = fingerprint(provider.name, job)
    const before = this.journal.get(`model ${key}`) as TunedModel | undefined // written below
    if (before) return before
    const id = await this.jobOf(key, job)
    try {
      const tuned = await this.wait(id)
      this.journal.record(`model ${key}`, tuned)
      return tuned
    } catch (error) {
      if (signal?.aborted !== true) throw error
      if (path === undefined) await this.cancel(id)
      throw new AbortError(signal.reason)
    }
  }

  close(): void {
    this.journal.close()
  }

  private async jobOf(key: string, { jsonl, ...request }: FinetuneJob): Promise<string> {
    const { provider } = this.options
    const known = this.nameOf(`job ${key}`)
    if (known !== undefined) return known
    const uploaded = this.nameOf(`file ${key}`)
    const file = uploaded ?? (await provider.upload(jsonl, this.control))
    if (uploaded === undefined) this.journal.record(`file ${key}`, { name: file })
    // A run that died here may have begun the job and not known its name yet.
    const begun = uploaded === undefined ? undefined : await provider.find?.(file, this.control)
    if (this.options.signal?.aborted === true) throw new AbortError(this.options.signal.reason)
    // Not to be aborted: a job that begins must be known by its name to be cancelled.
    const job = begun ?? (await provider.create({ ...request, file }))
    this.journal.record(`job ${key}`, { name: job })
    return job
  }

  private async wait(job: string): Promise<TunedModel> {
    const { provider, pollSeconds, signal, path } = this.options
    for (;;) {
      const status = await provider.poll(job, this.control)
      if (status.state === 'succeeded') {
        const { model, trainedTokens } = status
        return { job, model, ...(trainedTokens === undefined ? {} : { trainedTokens }) }
      }
      if (status.state !== 'running') {
        const again = path === undefined ? '' : ` Delete ${path} to begin another.`
        throw new FinetuneError(
          `The job ${job} of ${provider.name} ${status.state}: ${status.message}${again}`,
          { provider: provider.name, job },
        )
      }
      await pause(pollSeconds, signal)
    }
  }

  private async cancel(job: string): Promise<void> {
    // The abort is what the caller must hear of, whatever becomes of this.
    await this.options.provider
      .cancel(job, { signal: AbortSignal.timeout(cancelMs) })
      .catch(() => undefined)
  }

  private nameOf(key: string): string | undefined {
    return (this.journal.get(key) as { name: string } | undefined)?.name // written above
  }
}
