import type { ScoreTable } from './score-table.ts'

/** For each example the candidates with the best score on it; none where no candidate was evaluated. */
export function instanceFronts(table: ScoreTable): number[][] {
  const examples = Math.max(0, ...table.map((scores) => scores.length))
  return Array.from({ length: examples }, (_, example) => {
    const best = Math.max(...table.map((scores) => scores[example] ?? Number.NEGATIVE_INFINITY))
    return table.flatMap((scores, candidate) => (scores[example] === best ? [candidate] : []))
  })
}
