import { example, type LMRequest, Module, Predict, signature } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { promptField, promptText } from '../__fixtures__/prompt-text.ts'
import { proposeGrounded } from './propose-grounded.ts'
import { proposeInstruction } from './propose-instruction.ts'
import { tips } from './tips.ts'

class Answering extends Module<{ question: string }, { answer: string }> {
  search = new Predict(signature('question -> hits', { instructions: 'Search well.' }))
  respond = new Predict(signature('hits -> answer', { instructions: 'Answer well.' }))

  override async forward({ question }: { question: string }): Promise<{ answer: string }> {
    return this.respond(await this.search({ question }))
  }
}

const trainset = [example({ question: 'why?', answer: 'gold' }, { inputs: ['question'] })]

const isProposal = (request: LMRequest): boolean => promptField(request, 'basic_instruction') !== ''

/** An LM that calls its proposals by their rollouts, and explains everything alike. */
function proposingLM(): MockLM {
  return new MockLM((request) =>
    isProposal(request) ? `Instruction: proposal ${request.config?.rolloutId}` : 'an explanation',
  )
}

describe('proposeGrounded', () => {
  it('gives every predictor its own instructions first, and proposals behind them', async () => {
    const lm = proposingLM()
    const candidates = await proposeGrounded(
      { program: new Answering(), trainset, numCandidates: 3 },
      { lm, temperature: 1 },
    )
    expect([...candidates.keys()]).toEqual(['search', 'respond'])
    expect(candidates.get('search')?.[0]).toBe('Search well.')
    expect(candidates.get('respond')?.[0]).toBe('Answer well.')
    const proposed = [...candidates.values()].flatMap((texts) => texts.slice(1))
    expect(proposed).toEqual(Array(4).fill(expect.stringMatching(/^proposal \d+$/)))
    expect(new Set(proposed).size).toBe(4)
    expect(lm.requests.filter(isProposal)).toHaveLength(4)
    expect(lm.requests.every(({ config }) => config?.temperature === 1)).toBe(true)
  })

  it('grounds a proposal in the data, the program, the predictor and demonstrations', async () => {
    const lm = proposingLM()
    const demo = (id: string): object => ({ question: `question ${id}`, hits: `hits ${id}` })
    const sets = [
      [demo('a')],
      [{ ...demo('b') }, { ...demo('c') }],
      [{ ...demo('d') }, { ...demo('e') }],
    ]
    const demoCandidates = new Map([['search', sets.map((set) => set.map((one) => ({ ...one })))]])
    const previousInstructions = new Map([['search', [{ instructions: 'Old one.', score: 0.25 }]]])
    const program = new Answering()
    await proposeGrounded(
      { program, trainset, numCandidates: 2, demoCandidates, previousInstructions },
      { lm },
    )
    const request = lm.requests.find(
      (asked) => promptField(asked, 'basic_instruction') === 'Search well.',
    )
    expect(promptField(request, 'dataset_summary')).toBe('an explanation')
    expect(promptField(request, 'program')).toContain('class Answering')
    expect(promptField(request, 'program_description')).toBe('an explanation')
    expect(promptField(request, 'module')).toContain('# Predictor search')
    expect(promptField(request, 'module')).not.toContain('respond')
    expect(promptField(request, 'module_description')).toBe('an explanation')
    const demos = promptField(request, 'task_demos')
    expect(demos.match(/question [a-e]/g)).toEqual(['question b', 'question c', 'question d'])
    expect(promptField(request, 'previous_instructions')).toMatch(/0\.250\nOld one\./)
  })

  it('does not speak of what it shall not be aware of, and makes no calls for it', async () => {
    const lm = proposingLM()
    await proposeGrounded(
      {
        program: new Answering(),
        trainset,
        numCandidates: 2,
        dataAware: false,
        programAware: false,
        fewshotAware: false,
        tipAware: false,
        demoCandidates: new Map([['search', [[{ question: 'q', hits: 'h' }]]]]),
      },
      { lm },
    )
    expect(lm.requests).toHaveLength(2)
    for (const request of lm.requests) {
      expect(promptText(request)).not.toMatch(/dataset_summary|module|program_desc|task_demos|tip/)
    }
  })

  it('keeps the source of the program to itself when told so', async () => {
    const lm = proposingLM()
    const options = { program: new Answering(), trainset, numCandidates: 2 }
    await proposeGrounded({ ...options, showSource: false }, { lm })
    expect(lm.requests.map(promptText).join('\n')).not.toContain('class Answering')
  })

  it('draws tips and rollouts from the seed alone', async () => {
    const prompts = async (seed: number): Promise<string[]> => {
      const lm = proposingLM()
      await proposeGrounded({ program: new Answering(), trainset, numCandidates: 8, seed }, { lm })
      return lm.requests.map((request) => `${request.config?.rolloutId} ${promptText(request)}`)
    }
    const [once, again, other] = [await prompts(1), await prompts(1), await prompts(2)]
    expect(again).toEqual(once)
    expect(other).not.toEqual(once)
    expect(
      Object.values(tips).filter((tip) => tip && once.join('').includes(tip)).length,
    ).toBeGreaterThan(2)
  })

  it('asks nothing when only the instructions there are wanted', async () => {
    const options = { program: new Predict('a -> b'), trainset: [{ a: '1' }], numCandidates: 1 }
    const candidates = await proposeGrounded(options, { lm: new MockLM([]) })
    expect([...candidates.values()].flat()).toHaveLength(1)
  })

  it('refuses what it cannot use, by name', async () => {
    const program = new Answering()
    await expect(proposeGrounded({ program, trainset, numCandidates: 0 })).rejects.toMatchObject({
      option: 'numCandidates',
    })
    await expect(
      proposeGrounded({ program, trainset: [], numCandidates: 2 }),
    ).rejects.toMatchObject({ option: 'trainset' })
  })
})

describe('proposeInstruction', () => {
  it('keeps the basic instruction for an empty reply, and says so', async () => {
    const proposal = await proposeInstruction(
      { basicInstruction: 'Sort.', tip: 'simple' },
      { lm: new MockLM(['', '']) },
    )
    expect(proposal).toEqual({ instructions: 'Sort.', kept: 'empty' })
  })
})
