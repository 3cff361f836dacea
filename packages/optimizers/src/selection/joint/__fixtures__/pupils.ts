import { MockLM } from '@ockham/core/testing'
import { isRight, type Question, quiz } from '../../../__fixtures__/quiz.ts'
import { COPRO } from '../../../copro/copro.ts'
import { type PupilLM, type PupilLMOptions, pupilLM, type ShownPrompt } from './pupil-lm.ts'

const questions = quiz(150)
/** Examples to learn from. */
export const trainset: readonly Question[] = questions.slice(0, 30)
/** Examples to choose and to certify on. */
export const devset: readonly Question[] = questions.slice(30)

/** A cheap model that needs to be told how, one in the middle, and a dear one that is always right. */
export function pupils(more: Partial<PupilLMOptions> = {}): [PupilLM, PupilLM, PupilLM] {
  const needy = ({ demos, text }: ShownPrompt): number =>
    demos > 0 || text.includes('Think twice') ? 0.9 : 0.5
  return [
    pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: needy, ...more }),
    pupilLM({ model: 'test/small', characterUSD: 1e-5, accuracy: () => 0.9, ...more }),
    pupilLM({ model: 'test/large', characterUSD: 1e-4, accuracy: () => 1, ...more }),
  ]
}

/** How often they were asked. */
export function callsOf(lms: readonly { asked: readonly object[] }[]): number {
  return lms.reduce((sum, { asked }) => sum + asked.length, 0)
}

/** Writes the instruction that the cheap model needs. */
export function writer(): MockLM {
  return new MockLM({ proposed_instruction: 'Think twice.' }, { costUSD: 0.01 })
}

/** A tuner of one round, with a writer. */
export function copro(
  promptModel: MockLM = writer(),
  depth: number = 1,
): COPRO<Question, { answer: string }> {
  return new COPRO({ metric: isRight, breadth: 2, depth, promptModel })
}
