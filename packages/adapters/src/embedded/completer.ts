import type { LMRequest } from '@ockham/core'
import type { Problem } from './answer/problem.ts'
import { answerPlain } from './answer-plain.ts'
import { answerTask } from './answer-task.ts'
import type { EmbeddedOptions } from './embedded-options.ts'
import type { EmbeddedTier } from './embedded-tier.ts'
import { chance } from './learning/chance.ts'
import { textFeatures } from './learning/text-features.ts'
import { messageText } from './prompt/message-text.ts'
import { readInputs } from './prompt/read-inputs.ts'
import { slipFence, slipLabels } from './reply/slip.ts'
import { writeReply } from './reply/write-reply.ts'
import { type Studied, studier } from './study.ts'
import { tierAbility } from './tier-ability.ts'

/** Writes completion number `index` of a request. */
export type Completer = (request: LMRequest, index: number) => string

/** What writes the replies of a tier: a function of the request's messages and settings alone. */
export function completer(
  tier: EmbeddedTier,
  { seed, formatSlips }: Required<EmbeddedOptions>,
): Completer {
  const ability = tierAbility[tier]
  const study = studier(ability)

  return (request, index) => {
    const at = request.messages.findLastIndex((message) => message.role === 'user')
    const message = request.messages[at]
    const last = message === undefined ? '' : messageText(message)
    const before = request.messages.slice(0, Math.max(0, at))
    const studied = study(before, last)
    const inputs =
      studied === undefined ? new Map<string, string>() : readInputs(last, studied.task)
    const text = studied === undefined ? last : [...inputs.values()].join('\n')
    const { temperature = 0, rolloutId, seed: draw } = request.config ?? {}
    const origin = `${tier} ${seed} ${text}`
    const problem: Problem = {
      instructions: studied?.task.instructions ?? '',
      inputs,
      text,
      features: textFeatures(text, ability),
      ability,
      chance: chance(origin),
      sampling: chance(`${origin} ${rolloutId} ${draw} ${index}`),
      temperature,
      judges: studied?.judges ?? new Map(),
      findings: [],
    }
    if (studied === undefined) return answerPlain(problem, request.config?.responseFormat)
    return write(studied, problem, formatSlips ? ability.slips : 0, wantsJSON(request))
  }
}

function write(studied: Studied, problem: Problem, slips: number, json: boolean): string {
  const { task } = studied
  const wire = json ? 'json' : task.wire
  const answers = answerTask(studied, problem)
  if (problem.chance.uniform('slip') >= slips) return writeReply(answers, wire)
  return slipFence(writeReply(slipLabels(answers, task.outputs), wire), wire)
}

function wantsJSON({ config }: LMRequest): boolean {
  return config?.responseFormat !== undefined && config.responseFormat.type !== 'text'
}
