import { setTimeout } from 'node:timers/promises'

/** One tool of the test server. */
interface TestTool {
  name: string
  description?: string
  inputSchema: { type: 'object'; properties?: Record<string, object>; required?: string[] }
  outputSchema?: { type: 'object' }
  annotations?: { readOnlyHint: boolean }
  run(
    args: Record<string, unknown>,
    signal: AbortSignal,
    progress: (count: number) => Promise<void>,
  ): unknown
}

const text = (words: string): { type: 'text'; text: string } => ({ type: 'text', text: words })
const said = (...words: string[]): object => ({ content: words.map(text) })
const image = { type: 'image', data: 'iVBORw0K', mimeType: 'image/png' }
const noArguments = { type: 'object' } as const

/** The tools; `events` notes what befell them. */
export function testTools(events: string[]): TestTool[] {
  return [
    {
      name: 'echo',
      description: 'Says it again.',
      inputSchema: { type: 'object', properties: { words: { type: 'string' } } },
      annotations: { readOnlyHint: true },
      run: ({ words }) => said(String(words)),
    },
    {
      name: 'add',
      inputSchema: {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: 'number' } },
        required: ['a', 'b'],
      },
      outputSchema: { type: 'object' },
      run: ({ a, b }) => ({
        ...said(`The sum is ${Number(a) + Number(b)}.`),
        structuredContent: { sum: Number(a) + Number(b) },
      }),
    },
    {
      name: 'slow',
      inputSchema: noArguments,
      async run({ ms, progressMs }, signal, progress) {
        signal.addEventListener('abort', () => events.push('cancelled'))
        const end = Date.now() + Number(ms)
        for (let count = 1; Date.now() < end && !signal.aborted; count += 1) {
          await setTimeout(Number(progressMs ?? ms), undefined, { signal }).catch(() => undefined)
          if (progressMs !== undefined) await progress(count)
        }
        return said('done')
      },
    },
    { name: 'events', inputSchema: noArguments, run: () => said(events.join()) },
    { name: 'fail', inputSchema: noArguments, run: failed },
    { name: 'refuse', inputSchema: noArguments, run: refuse },
    { name: 'two', inputSchema: noArguments, run: () => said('one', 'two') },
    { name: 'photo', inputSchema: noArguments, run: () => ({ content: [image] }) },
    { name: 'mixed', inputSchema: noArguments, run: () => ({ content: mixed }) },
    { name: 'nothing', inputSchema: noArguments, run: () => ({ content: [] }) },
    { name: 'files.read', inputSchema: noArguments, run: () => said('read by its own name') },
    { name: 'env', inputSchema: noArguments, run: () => said(JSON.stringify(process.env)) },
    { name: 'pid', inputSchema: noArguments, run: () => said(String(process.pid)) },
    { name: 'die', inputSchema: noArguments, run: die },
  ]
}

const mixed = [
  text('Look:'),
  image,
  text('and'),
  { type: 'audio', data: 'UklGRg==', mimeType: 'audio/wav' },
  { type: 'resource', resource: { uri: 'memo://a', text: 'a memo' } },
  { type: 'resource', resource: { uri: 'f:///x.zip', mimeType: 'application/zip', blob: 'UEsD' } },
  { type: 'resource_link', uri: 'memo://b', name: 'b', description: 'another memo' },
]

function failed({ words = 'The bed is taken.' }: Record<string, unknown>): object {
  return { ...said(String(words)), isError: true }
}

function refuse(): never {
  throw Object.assign(new Error('not on my watch'), { code: -32602 })
}

function die(): Promise<never> {
  process.stderr.write(`about to end\nmy key is ${process.env['API_KEY']}\n`, () => process.exit(3))
  return new Promise(() => undefined)
}
