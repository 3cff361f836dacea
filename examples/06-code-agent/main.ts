// A code agent: the model writes JavaScript that runs in a sandbox, and never sees the data it computes with.
import { lmFromEnv } from '@ockham/adapters'
import { CodeAct, configure, quickJS, RLM, signature, tool } from '@ockham/core'
import { z } from 'zod'
import { letters } from './letters.ts'
import { sales } from './sales.ts'
import { analyst, reader } from './stand-ins.ts'

// Offline stand-ins write the code; with LLM_MODEL a real model does.
const online = process.env['LLM_MODEL'] !== undefined
if (online) configure({ lm: lmFromEnv() })
else console.log('(offline: stand-ins write the code; set LLM_MODEL to let a real model)\n')

const loadSales = tool({
  name: 'load_sales',
  description: 'The sales of a year, by month and shop, as [{ month, shop, euros }].',
  input: z.object({ year: z.number().int() }),
  execute: ({ year }) => (year === 2025 ? sales() : []),
})

// No file, network or key of this process can be reached from there, and an endless loop is ended.
const interpreter = quickJS({ timeoutMs: 2000, memoryMB: 32 })

const analyze = new CodeAct(
  signature('question -> shop, change_in_percent: float', {
    instructions: 'Answer questions on the sales of a chain of bicycle shops.',
  }),
  { tools: [loadSales], interpreter },
)

const question = 'Which shop lost most in 2025, from its first quarter to its last?'
const found = await analyze({ question }, online ? {} : { lm: analyst() })
console.log(`${question}\n\n${found.trajectory['generated_code_0']}\n`)
console.log(`-> ${found.shop}, ${found.change_in_percent.toFixed(1)} %\n`)

// Inputs of any size: they are variables of the code, and other models are asked about parts of them.
const explore = new RLM('letters: list[str], question -> answer: int', { interpreter, maxIters: 6 })
const count = await explore(
  { letters: letters(2000), question: 'How many customers complain about a delivery?' },
  online ? {} : { lm: reader() },
)
console.log(
  `2,000 letters, ${count.$meta.usage.inputTokens} tokens read: ${count.answer} complain.`,
)
for (const { reasoning } of count.trajectory) console.log(`  ${reasoning}`)
