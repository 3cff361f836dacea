import { describe, expect, it } from 'vitest'
import { Announcer } from './announcer.ts'
import type { Pace } from './compile-progress.ts'

type Heard = Pace & { stage: string; isLast: boolean; calls: number }

function listening(onHeard: () => void = () => undefined) {
  const heard: Heard[] = []
  const pace: { elapsed: number; share: number | undefined } = { elapsed: 0, share: undefined }
  const onProgress = (progress: Heard): void => {
    heard.push(progress)
    onHeard()
  }
  const announcer = new Announcer({ onProgress, details: () => ({ calls: 7 }), pace: () => pace })
  return { announcer, heard, pace }
}

describe('Announcer', () => {
  it('tells the largest share that is known, which never falls', () => {
    const { announcer, heard, pace } = listening()
    announcer.announce('begin')
    announcer.announce('counted', 0.25)
    pace.share = 0.5
    announcer.announce('by the budget', 0.3)
    pace.share = undefined
    announcer.announce('without limits again', 0.4)
    announcer.announce('beyond', 3)
    expect(heard.map(({ share }) => share)).toEqual([undefined, 0.25, 0.5, 0.5, 1])
    expect(heard[0]).toEqual({
      stage: 'begin',
      elapsed: 0,
      share: undefined,
      isLast: false,
      calls: 7,
    })
  })

  it('tells of the end once, whether the work ends well or not', async () => {
    const well = listening()
    expect(await well.announcer.untilDone(async () => 5)).toBe(5)
    expect(well.heard).toMatchObject([{ stage: 'done', share: 1, isLast: true }])
    const failing = listening()
    const work = async (): Promise<void> => {
      failing.announcer.announce('half', 0.5)
      throw new Error('out of luck')
    }
    await expect(failing.announcer.untilDone(work)).rejects.toThrow('out of luck')
    expect(failing.heard).toMatchObject([
      { stage: 'half', isLast: false },
      { stage: 'stopped', share: 0.5, isLast: true },
    ])
  })

  it('hides no failure behind that of a listener', async () => {
    const { announcer } = listening(() => {
      throw new Error('listener')
    })
    const work = (): Promise<void> => Promise.reject(new Error('work'))
    await expect(announcer.untilDone(work)).rejects.toThrow('work')
  })
})
