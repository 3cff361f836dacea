import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const execute = promisify(execFile)

/** Runs a program in a process of its own, in which @opentelemetry cannot be loaded. */
async function runWithout(program: string): Promise<string> {
  const hide = `
    import { registerHooks } from 'node:module'
    registerHooks({
      resolve(name, context, next) {
        if (name.startsWith('@opentelemetry')) throw new Error('absent: ' + name)
        return next(name, context)
      },
    })`
  const flags = ['--conditions=@ockham/source', '--import', 'tsx']
  const absent = `data:text/javascript,${encodeURIComponent(hide)}`
  const { stdout } = await execute(
    process.execPath,
    [...flags, '--import', absent, '--input-type=module', '--eval', program],
    { cwd: join(import.meta.dirname, '..') },
  )
  return stdout.trim()
}

const predict = `
  import { Predict, configure, context } from '@ockham/core'
  import { MockLM } from '@ockham/core/testing'
  const lm = new MockLM({ query: 'a query' })
  const run = async () => (await new Predict('question -> query')({ question: 'why?' }, { lm })).query
`

test('without the package and without a tracer nothing is loaded, registered or missed', async () => {
  const printed = await runWithout(`${predict}
    console.log(await run(), await context({ telemetry: true }, run))
    console.log(Symbol.for('opentelemetry.js.api.1') in globalThis)
  `)
  expect(printed).toBe('a query a query\nfalse')
})

test('a provider that another copy of the package registered is enough', async () => {
  const printed = await runWithout(`${predict}
    const names = []
    const span = { isRecording: () => true, setAttributes() {}, setStatus() {}, end: () => names.push('end') }
    const startActiveSpan = (name, options, run) => (names.push(name), run(span))
    const trace = { getTracer: (name) => (names.push(name), { startActiveSpan }) }
    globalThis[Symbol.for('opentelemetry.js.api.1')] = { version: '1.9.0', trace }
    await run()
    console.log(names.join(', '))
  `)
  expect(printed).toBe('@ockham/core, invoke_agent Predict, @ockham/core, chat mock, end, end')
})

test('a registry without a tracer provider is none', async () => {
  const printed = await runWithout(`${predict}
    globalThis[Symbol.for('opentelemetry.js.api.1')] = { version: '1.9.0', metrics: {} }
    console.log(await run())
  `)
  expect(printed).toBe('a query')
})
