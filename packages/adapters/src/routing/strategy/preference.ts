import type { RequestFacts } from '../rules/request-facts.ts'
import type { RoutingRule } from '../rules/routing-rule.ts'
import { ruleApplies } from '../rules/rule-applies.ts'

/** What rules and the task map say about one request. */
export interface Preference {
  /** Models to take before all others, in order. */
  readonly first: readonly string[]
  /** Rules that leave only some models. */
  readonly only: readonly { readonly rule: string; readonly models: readonly string[] }[]
}

/** Reads the rules in order, then the task map; whoever speaks first stands first. */
export function preferenceFor(
  facts: RequestFacts,
  rules: readonly RoutingRule[],
  tasks: Readonly<Record<string, readonly string[]>>,
): Preference {
  const first: string[] = []
  const only: { rule: string; models: readonly string[] }[] = []
  for (const [index, rule] of rules.entries()) {
    if (!ruleApplies(rule.when, facts)) continue
    first.push(...(rule.prefer ?? []))
    if (rule.only) only.push({ rule: rule.name ?? `rules[${index}]`, models: rule.only })
  }
  const { task } = facts.request.config ?? {}
  if (task !== undefined && Object.hasOwn(tasks, task)) first.push(...(tasks[task] ?? []))
  return { first, only }
}
