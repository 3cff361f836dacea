import type { LMRequest } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'

const kinds = 4

/**
 * A model that knows questions of kind 0, and of another kind (a question's number modulo 4) once the instructions
 * give `hint <kind>`, or a demonstration answers one of that kind. At temperature 1 it also guesses one in three.
 */
export function hintedLM(model = 'hinted/model'): MockLM {
  return new MockLM(
    (request) => {
      const texts = request.messages.map(({ content }) => String(content))
      const question = Number(numberIn(texts.at(-1) ?? ''))
      const hints = [...(texts[0] ?? '').matchAll(/hint (\d)/g)].map(([, kind]) => Number(kind))
      const shown = texts.slice(1, -1).flatMap((text) => numberIn(text) ?? [])
      const known = new Set([0, ...hints, ...shown.map((number) => Number(number) % kinds)])
      const isRight = known.has(question % kinds) || isLucky(request, question)
      return `[[ ## answer ## ]]\n${isRight ? `answer ${question}` : 'no idea'}`
    },
    { model, costUSD: 0.001 },
  )
}

function isLucky({ config }: LMRequest, question: number): boolean {
  return config?.rolloutId !== undefined && (question * 7 + config.rolloutId * 5) % 3 === 0
}

function numberIn(text: string): string | undefined {
  return /question ## \]\]\n(\d+)/.exec(text)?.[1]
}
