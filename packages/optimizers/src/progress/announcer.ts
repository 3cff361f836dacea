import type { CompileProgress, Pace } from './compile-progress.ts'
import { largestShare } from './largest-share.ts'

type Shared = Pace & Pick<CompileProgress, 'stage' | 'isLast'>

/** Who hears of a run, and what else there is to tell of it at any time. */
export interface AnnouncerOptions<Details extends object> {
  readonly onProgress: ((progress: Details & Shared) => void) | undefined
  details(): Details
  pace(): Pace
}

/** Tells how far a run is; nothing of it decides how the run goes, so nothing is kept for one that resumes. */
export class Announcer<Details extends object> {
  private readonly options: AnnouncerOptions<Details>
  private share: number | undefined

  constructor(options: AnnouncerOptions<Details>) {
    this.options = options
  }

  /** `share` is how much is done as the optimizer counts its steps. */
  announce(stage: string, share?: number): void {
    this.tell(stage, share, false)
  }

  /** Does the work of a run and tells when it has ended. A listener that fails then hides no failure of the run. */
  async untilDone<Result>(work: () => Promise<Result>): Promise<Result> {
    let result: Result
    try {
      result = await work()
    } catch (error) {
      try {
        this.tell('stopped', undefined, true)
      } catch {}
      throw error
    }
    this.tell('done', 1, true)
    return result
  }

  private tell(stage: string, counted: number | undefined, isLast: boolean): void {
    const { onProgress, details, pace } = this.options
    if (!onProgress) return
    const { elapsed, share } = pace()
    this.share = largestShare(this.share, share, counted)
    onProgress({ ...details(), stage, elapsed, share: this.share, isLast })
  }
}
