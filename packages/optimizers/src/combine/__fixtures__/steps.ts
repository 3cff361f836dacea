import { Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { isRight, type Question, quiz } from '../../__fixtures__/quiz.ts'
import { BootstrapFewShotWithRandomSearch } from '../../demos/bootstrap-random-search.ts'
import type { Optimizer } from '../../optimizer.ts'
import type { StepSpend } from '../better-together-options.ts'

/** What the quiz asks for. */
export type Answer = { answer: string }
/** Questions by their roles. */
export const trainset: Question[] = quiz(12)
export const valset: Question[] = quiz(28).slice(12)
export const testset: Question[] = quiz(40).slice(28)

/** Knows a question when it is told to `think`, and when a demonstration is like it. */
export function learner(costUSD = 0.01): MockLM {
  return new MockLM(
    ({ messages }) => {
      const texts = messages.map(({ content }) => String(content))
      const questions = texts.map((text) => Number(/question ## \]\]\n(\d+)/.exec(text)?.[1]))
      const asked = questions.at(-1) ?? 0
      const isAlike = questions.slice(0, -1).some((one) => one % 4 === asked % 4)
      const isKnown = isAlike || (texts[0]?.includes('think') === true && asked % 2 === 0)
      return `[[ ## answer ## ]]\n${isKnown ? `answer ${asked}` : 'no idea'}`
    },
    { costUSD },
  )
}

/** The program of the quiz. */
export function programWith(lm: MockLM): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

/** Writes instructions, without an LM. */
export function instructing(
  instructions: string,
  seen: (trainset: readonly object[], program: object) => void = () => undefined,
): Optimizer<Question, Answer, StepSpend> {
  return {
    async compile(program, { trainset: given }) {
      seen(given, program)
      const copy = program.copy()
      for (const predictor of copy.predictors()) {
        predictor.signature = predictor.signature.withInstructions(instructions)
      }
      return { program: copy, report: { calls: 0, costUSD: 0 } }
    },
  }
}

/** A step that searches for demonstrations. */
export function search(): BootstrapFewShotWithRandomSearch<Question, Answer> {
  return new BootstrapFewShotWithRandomSearch<Question, Answer>({
    metric: isRight,
    numCandidatePrograms: 2,
    maxLabeledDemos: 2,
    maxBootstrappedDemos: 2,
  })
}

/** The steps by their names. */
export function optimizers(): Record<'p' | 'w' | 'bad', Optimizer<Question, Answer, StepSpend>> {
  return { p: search(), w: instructing('think'), bad: instructing('hurry') }
}
