import { example, Module, Predict, traced } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { promptField } from '../__fixtures__/prompt-text.ts'
import { namedSteps } from '../render-trace/named-steps.ts'
import { appendAdvice } from './append-advice.ts'
import { compareRuns, type RewardedRun } from './compare-runs.ts'

class Answering extends Module<{ question: string }, { answer: string }> {
  search = new Predict('question -> hits')
  respond = new Predict('hits -> answer')

  override async forward({ question }: { question: string }): Promise<{ answer: string }> {
    const { hits } = await this.search({ question })
    return this.respond({ hits })
  }
}

async function run(answer: string, reward: number): Promise<RewardedRun> {
  const program = new Answering()
  program.setLM(new MockLM({ hits: 'a hit', answer }))
  const { result, trace } = await traced(() => program({ question: 'why?' }))
  return { steps: namedSteps(program, trace), result, reward }
}

const row = example({ question: 'why?', answer: 'gold' }, { inputs: ['question'] })

async function advised(reply: Record<string, unknown> | string[]): Promise<{
  advice: Map<string, string>
  lm: MockLM
}> {
  const lm = new MockLM(reply)
  const [better, worse] = [await run('good', 0.75), await run('bad', 0.25)]
  const program = new Answering()
  return { advice: await compareRuns({ program, example: row, better, worse }, { lm }), lm }
}

describe('compareRuns', () => {
  it('shows both runs with their rewards, the example with its label, and the program', async () => {
    const { lm } = await advised({ discussion: 'x', module_advice: {} })
    const [request] = lm.requests
    expect(promptField(request, 'better_run')).toMatch(/# Step 2: respond[\s\S]*good/)
    expect(promptField(request, 'worse_run')).toMatch(/# Step 2: respond[\s\S]*bad/)
    expect(promptField(request, 'better_reward')).toBe('0.75')
    expect(promptField(request, 'worse_reward')).toBe('0.25')
    expect(promptField(request, 'program_example')).toContain('gold')
    expect(promptField(request, 'program_description')).toContain('# Predictor search')
  })

  it('gives advice to the predictors that are named, and to none that need not any', async () => {
    const module_advice = { respond: ' Say why. ', search: 'N/A', stranger: 'Go away.' }
    const { advice } = await advised({ discussion: 'x', module_advice })
    expect([...advice]).toEqual([['respond', 'Say why.']])
  })

  it('has no advice when the reply cannot be read', async () => {
    const { advice } = await advised(['nonsense', 'nonsense'])
    expect(advice.size).toBe(0)
  })
})

describe('appendAdvice', () => {
  it('appends advice after a blank line, and the same advice only once', () => {
    const once = appendAdvice('Answer.', ' Say why.\n')
    expect(once).toBe('Answer.\n\nSay why.')
    expect(appendAdvice(once, 'Say why.')).toBe(once)
    expect(appendAdvice(once, '  ')).toBe(once)
  })
})
