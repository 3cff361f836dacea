import { MockLM } from '@ockham/core/testing'

const analysis = `const rows = await load_sales({ year: 2025 })
const changes = {}
for (const shop of new Set(rows.map((row) => row.shop))) {
  const sum = (from, to) => rows
    .filter((row) => row.shop === shop && row.month >= from && row.month <= to)
    .reduce((total, row) => total + row.euros, 0)
  changes[shop] = 100 * (sum(10, 12) / sum(1, 3) - 1)
}
const [worst] = Object.entries(changes).sort((a, b) => a[1] - b[1])
console.log(\`worst: \${worst[0]}, \${worst[1]}\`)`

/** Stands in for a model that analyses sales: one program, then the answer from what it printed. */
export function analyst(): MockLM {
  return new MockLM(({ messages }) => {
    const asked = String(messages.at(-1)?.content)
    const printed = /worst: (\w+), (-?[\d.]+)/.exec(asked)
    if (!printed) return written({ generated_code: fenced(analysis), finished: 'True' })
    const [, shop, change] = printed
    return written({ reasoning: 'The program printed it.', shop, change_in_percent: change })
  })
}

const steps = [
  ['I look at a sample first.', 'console.log(letters.length, letters.slice(0, 5))'],
  [
    'There are few kinds of letters: I ask which of them complain.',
    `const kinds = [...new Set(letters.map((letter) => letter.split(/[,!] /)[1]))]
const verdicts = await llm_query_batched(kinds.map((kind) =>
  'Is this a complaint about a delivery? yes or no: ' + kind))
console.log(kinds, verdicts)`,
  ],
  [
    'Now I count all letters of those kinds.',
    `const bad = kinds.filter((_, index) => verdicts[index].startsWith('yes'))
SUBMIT({ answer: letters.filter((letter) => bad.some((kind) => letter.includes(kind))).length })`,
  ],
] as const

/** Stands in for a model that reads letters by code, and for the one that its code asks. */
export function reader(): MockLM {
  let step = 0
  return new MockLM(({ messages }) => {
    const asked = String(messages.at(-1)?.content)
    if (asked.startsWith('Is this a complaint')) return /late|rain/.test(asked) ? 'yes' : 'no'
    const [reasoning = '', code = ''] = steps[step++] ?? []
    return written({ reasoning, code: fenced(code) })
  })
}

function fenced(code: string): string {
  return `\`\`\`javascript\n${code}\n\`\`\``
}

function written(fields: Readonly<Record<string, string | undefined>>): string {
  const sections = Object.entries(fields).map(([name, value]) => `[[ ## ${name} ## ]]\n${value}`)
  return [...sections, '[[ ## completed ## ]]'].join('\n\n')
}
