import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { example } from '../../example/example.ts'
import { Predict } from '../../predict/predict.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { evaluate } from '../evaluate.ts'
import type { EvaluationResult } from '../evaluation-result.ts'
import { evaluationToHTML } from './evaluation-to-html.ts'

const hostile = `</script><script>alert(1)</script> "quoted" 'single' & \u202egnp.exe \u0000 \ud800 שלום`

async function evaluated(
  texts: readonly string[],
  score: (text: string) => number,
): Promise<EvaluationResult<object, object>> {
  const program = new Predict('text -> answer')
  program.lm = new MockLM(({ messages }) => {
    if (String(messages.at(-1)?.content).includes('fails')) throw new TypeError(`<b>${hostile}`)
    return `[[ ## answer ## ]]\n${hostile}`
  })
  return evaluate(program, {
    devset: texts.map((text) => example({ text, answer: 'x' }, { inputs: ['text'] })),
    metric: ({ text }) => ({ score: score(text), feedback: hostile }),
    keepPrompts: true,
  })
}

test('values, errors, feedback, prompts and the title stay text', async () => {
  const html = evaluationToHTML(await evaluated([hostile, 'fails'], () => 0), { title: hostile })
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toContain('<b>&')
  expect(html).not.toMatch(/<b><\/script/)
  expect(html).toContain('<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted')
  expect(html).not.toMatch(/[\u202e\u0000]/)
  expect(html).not.toMatch(/\p{Cs}/u)
  expect(html).toContain('שלום')
})

test('rows with errors come first, then the worst, and equals as in the devset', async () => {
  const scores: Record<string, number> = { good: 1, half: 0.5, bad: 0, good2: 1 }
  const result = await evaluated(
    ['good', 'half', 'good2', 'fails', 'bad'],
    (text) => scores[text] ?? 0,
  )
  const html = evaluationToHTML(result)
  const order = [...html.matchAll(/<section class="(\w+)">|#(\d)<\/span>/g)].map(
    ([, kind, row]) => kind ?? Number(row),
  )
  expect(order).toEqual(['failing', 3, 4, 1, 'passing', 0, 2])
  expect(html).toContain('Failing 3')
  expect(evaluationToHTML(result, { passingScore: 0.5 })).toContain('Failing 2')
})

test('a row shows what was asked of the LM and what came back', async () => {
  const html = evaluationToHTML(await evaluated(['good'], () => 1))
  expect(html).toContain('<h4>system</h4>')
  expect(html).toMatch(/<h4>user<\/h4><pre dir="auto">\[\[ ## text ## \]\]\ngood/)
  expect(html).toMatch(/<h4>reply<\/h4><pre dir="auto">\[\[ ## answer ## \]\]/)
})

test('a page of many and long rows stays bounded', async () => {
  const result = await evaluated(['good'], () => 1)
  const [row] = result.rows
  if (!row) throw new Error('no row')
  const long = { ...row, example: { text: 'x'.repeat(100_000) } }
  const html = evaluationToHTML({ ...result, rows: Array.from({ length: 30_000 }, () => long) })
  expect(html.length).toBeLessThan(50_000_000)
  expect(html).toContain('10000 more rows are not shown.')
  expect(html).toContain('(95000 more characters)')
})

test('a passing score outside of [0, 1] is refused', async () => {
  const result = await evaluated(['good'], () => 1)
  expect(() => evaluationToHTML(result, { passingScore: 80 })).toThrow(OptionError)
})
