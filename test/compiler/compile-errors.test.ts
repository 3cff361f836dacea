import { expect, test } from 'vitest'
import { compile } from './compile.ts'

/** Wrong programs, each with what the compiler must say of it. */
const wrong: [line: string, message: RegExp][] = [
  ["signature('a: strng -> b')", /Unknown type `strng` \(field `a`\): use `types` to define it/],
  ["signature('a, b')", /A signature needs `->` between its inputs and its outputs/],
  ["signature('a -> b -> c')", /A signature has one `->`, this one has more/],
  ["signature('a -> ')", /A signature needs an output field after `->`/],
  ["signature('a -> b: list[int')", /Unclosed bracket in `b: list\[int`/],
  ["signature('a -> a')", /`a`/],
  ["new Predict('a: strng -> b')", /Unknown type `strng` \(field `a`\)/],
  ["new ChainOfThought('a -> b: Foo')", /Unknown type `Foo` \(field `b`\)/],
  ["qa({ qestion: 'x' })", /'qestion' does not exist in type '\{ question: string; \}'/],
  ['qa({})', /Property 'question' is missing/],
  ['qa({ question: 3 })', /Type 'number' is not assignable to type 'string'/],
  ["qa({ question: 'x' }).then((p) => p.anser)", /Property 'anser' does not exist/],
  ["qa({ question: 'x' }).then((p) => p.label === 'c')", /no overlap/],
  ["qa({ question: 'x' }, { temprature: 1 })", /'temprature' does not exist/],
  ["streamify(qa)({ qestion: 'x' })", /'qestion' does not exist/],
  ["typed.withField('anser', {})", /'"anser"' is not assignable to parameter/],
]

const opening = [
  "import { ChainOfThought, Predict, signature, streamify } from '@ockham/core'",
  "const qa = new Predict(\"question -> label: 'a' | 'b'\")",
  "const typed = signature('question -> answer')",
  'export { ChainOfThought, qa, signature, streamify, typed }',
]

const { output } = compile([...opening, ...wrong.map(([line]) => line)].join('\n'))

test.each(
  wrong.map(([line, message], index) => ({ line, message, number: opening.length + index + 1 })),
)('$line does not compile, and the compiler says why', ({ message, number }) => {
  const reports = output.split(/\n(?=\S)/)
  const report = reports.find((one) => one.includes(`program-0.ts(${number},`)) ?? 'it compiled'
  expect(report).toMatch(message)
})
