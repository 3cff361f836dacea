import {
  type Example,
  example,
  type LM,
  type LMRequest,
  type LMResponse,
  Module,
  Predict,
} from '@ockham/core'

/** A task of the chain: its number. */
export type Task = Example<{ task: string; answer: string }, 'task'>
export type Step = 'plan' | 'solve' | 'write'

/** The steps in their order. */
export const steps: readonly Step[] = ['plan', 'solve', 'write']

/** Three predictors, each of which must do its part right; a wrong part is never made good. */
export class Chain extends Module<{ task: string }, { answer: string }> {
  readonly plan: Predict<'task -> plan'> = new Predict('task -> plan')
  readonly solve: Predict<'task, plan -> solution'> = new Predict('task, plan -> solution')
  readonly write: Predict<'task, solution -> answer'> = new Predict('task, solution -> answer')

  async forward({ task }: { task: string }): Promise<{ answer: string }> {
    const { plan } = await this.plan({ task })
    const { solution } = await this.solve({ task, plan })
    return this.write({ task, solution })
  }
}

/** How a model does in the chain. */
export interface ChainModel {
  readonly model: string
  /** US dollars a call. */
  readonly costUSD: number | null
  knows(step: Step, task: number): boolean
  /** How long a call takes; nothing by default. */
  delay?(): number
  /** Runs before each call. */
  onCall?(step: Step, task: number): void
}

/** A model of the chain, and what it was asked: the step and the task. */
export interface ChainLM extends LM {
  readonly asked: string[]
}

/** The tasks 0 … count - 1. */
export function tasks(count: number): Task[] {
  return Array.from({ length: count }, (_, index) =>
    example({ task: `${index}`, answer: `write ${index}` }, { inputs: ['task'] }),
  )
}

/** Whether the answer is right. */
export function isDone(gold: { answer: string }, prediction: { answer: string }): boolean {
  return gold.answer === prediction.answer
}

/** An LM, given as an object literal, that does each step as it is told. */
export function chainLM({ model, costUSD, knows, delay, onCall }: ChainModel): ChainLM {
  const asked: string[] = []
  async function generate(request: LMRequest): Promise<LMResponse> {
    request.signal?.throwIfAborted()
    const { step, task, before } = readRequest(request)
    asked.push(`${step} ${task}`)
    onCall?.(step, task)
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay()))
    const isRight = before !== 'wrong' && knows(step, task)
    const field = { plan: 'plan', solve: 'solution', write: 'answer' }[step]
    const text = `[[ ## ${field} ## ]]\n${isRight ? `${step} ${task}` : 'wrong'}\n\n[[ ## completed ## ]]`
    return {
      model,
      outputs: [{ text, finishReason: 'stop' }],
      usage: { inputTokens: 10, outputTokens: 5 },
      costUSD,
    }
  }
  return {
    model,
    asked,
    generate,
    async *stream(request) {
      yield { type: 'finish', response: await generate(request) }
    },
  }
}

function readRequest({ messages }: LMRequest): { step: Step; task: number; before?: string } {
  const text = String(messages.at(-1)?.content)
  const fieldOf = (field: string): string | undefined =>
    new RegExp(`## ${field} ## \\]\\]\n(.*)`).exec(text)?.[1]
  const [plan, solution] = [fieldOf('plan'), fieldOf('solution')]
  const task = Number(fieldOf('task'))
  if (solution !== undefined) return { step: 'write', task, before: solution }
  return plan === undefined ? { step: 'plan', task } : { step: 'solve', task, before: plan }
}
