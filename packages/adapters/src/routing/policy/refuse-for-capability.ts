import type { Route } from '../route/route.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Need } from './needs-of.ts'
import type { Refusal } from './refusal.ts'

const names: Readonly<Record<Need, string>> = {
  jsonSchema: 'replies by a JSON Schema',
  jsonObject: 'replies as JSON',
  tools: 'tools',
  reasoning: 'reasoning',
  citations: 'citations',
  vision: 'images',
  audio: 'sound',
  logprobs: 'logprobs',
}

/** What a model can do without, at the price of a plainer reply. */
const soft: ReadonlySet<Need> = new Set(['jsonObject', 'reasoning', 'citations'])

/** Refuses a route that is known not to do what the request asks for; what is not known may be tried. */
export function refuseForCapability(route: Route, facts: RequestFacts): Refusal | undefined {
  const missing = facts.needs.find((need) => !soft.has(need) && route.capabilities[need] === false)
  if (missing === undefined) return undefined
  return { why: 'capability', reason: `It does not take ${names[missing]}.` }
}
