import { example } from '@ockham/core'
import { chance } from '../chance.ts'
import { choose } from '../choose.ts'
import { inOrder } from '../in-order.ts'
import { writeParcel } from '../lexicon/parcel.ts'
import type { WordRule } from '../lexicon/rule.ts'
import { follow } from './latent-rules.ts'
import type { WorldParameters } from './parameters.ts'
import type { Row } from './world.ts'

const firstNumber = 1000

/** As many rows as the splits need together, no two with the same marks. */
export function drawRows(
  parameters: WorldParameters,
  rules: readonly (readonly WordRule[])[],
  seed: number,
): Row[] {
  const { train, validation, test } = parameters.sizes
  const rows: Row[] = []
  const seen = new Set<string>()
  for (let draw = 0; rows.length < train + validation + test; draw += 1) {
    const words = drawMarks(parameters, rules[0] ?? [], (event) => chance(seed, 'row', draw, event))
    const key = words.toSorted().join()
    if (seen.has(key)) continue
    seen.add(key)
    const id = `${firstNumber + rows.length}`
    const answer = rules.reduce<readonly string[]>((sofar, stage) => follow(stage, sofar), words)
    rows.push(
      example(
        { note: writeParcel({ id, words }), answer: writeParcel({ id, words: answer }) },
        { inputs: ['note'] },
      ),
    )
  }
  return rows
}

function drawMarks(
  { stages, twoRules, mostIdle }: WorldParameters,
  rules: readonly WordRule[],
  draw: (event: string) => number,
): string[] {
  const relevant = rules.map(({ from }) => from)
  const idle = (stages[0]?.table.from ?? []).filter((mark) => !relevant.includes(mark))
  const idleCounts = Array.from({ length: mostIdle - 1 }, (_, index) => index + 2)
  return inOrder(
    [
      ...inOrder(relevant, draw).slice(0, draw('two') < twoRules ? 2 : 1),
      ...inOrder(idle, draw).slice(0, choose(idleCounts, draw('idle'))),
    ],
    draw,
  )
}
