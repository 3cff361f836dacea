// Starts a stream of every module over a real socket, leaves each at its first piece, and ends by itself if
// nothing is left behind. Prints what it saw as JSON.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { embeddedEmbedding, openaiCompatible } from '@ockham/adapters'
import {
  BestOfN,
  ChainOfThought,
  CodeAct,
  configure,
  Embedder,
  Embeddings,
  Module,
  Predict,
  ProgramOfThought,
  pipe,
  ReAct,
  ReActV2,
  Refine,
  RLM,
  streamify,
  tool,
  toResponse,
  withRetryOnAssert,
} from '@ockham/core'

const unhandled: string[] = []
process.on('unhandledRejection', (error) => unhandled.push(String(error)))

/** A vendor that writes for ever, in whatever form it is asked for; it counts who is still listening. */
let open = 0
let asked = 0
const vendor = createServer((request, response) => {
  let body = ''
  request.on('data', (data) => {
    body += data
  })
  request.on('end', () => {
    asked += 1
    open += 1
    const field = /starting with the field `\[\[ ## (\w+) ## \]\]`/.exec(
      body.replaceAll('\\n', ' '),
    )?.[1]
    const piece = (content: string) =>
      response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    piece(`[[ ## ${field ?? 'answer'} ## ]]\n`)
    const timer = setInterval(() => piece('word '), 5)
    response.on('close', () => {
      clearInterval(timer)
      open -= 1
    })
  })
})
vendor.listen(0, '127.0.0.1')
await once(vendor, 'listening')
const address = vendor.address()
const port = typeof address === 'object' ? address?.port : undefined
configure({
  lm: openaiCompatible({
    baseURL: `http://127.0.0.1:${port}/v1`,
    model: 'endless',
    apiKey: 'none',
  }),
})

class RAG extends Module<{ question: string }, { answer: string }> {
  search = new Embeddings({ corpus: ['a', 'b'], embedder: new Embedder(embeddedEmbedding()) })
  respond = new ChainOfThought('question, passages: list[str] -> answer')

  async forward({ question }: { question: string }) {
    const { passages } = await this.search({ query: question })
    return this.respond({ question, passages })
  }
}

const qa = 'question -> answer'
const tools = [tool({ name: 'look', execute: () => 'nothing' })]
const rollouts = { n: 2, threshold: 1, rewardFn: () => 0 }
const programs = {
  Predict: new Predict(qa),
  ChainOfThought: new ChainOfThought(qa),
  RAG: new RAG(),
  ReAct: new ReAct(qa, { tools }),
  ReActV2: new ReActV2(qa, { tools }),
  ProgramOfThought: new ProgramOfThought(qa),
  CodeAct: new CodeAct(qa, { tools }),
  RLM: new RLM(qa),
  BestOfN: new BestOfN(new Predict(qa), rollouts),
  Refine: new Refine(new Predict(qa), rollouts),
  pipe: pipe(new Predict(qa), new Predict('answer -> verdict')),
  withRetryOnAssert: withRetryOnAssert(new Predict(qa), { check: () => true }),
}

const seen: Record<string, string> = {}
const caller = new AbortController()
for (const [name, program] of Object.entries(programs)) {
  for (const way of ['break', 'signal', 'response'] as const) {
    const own = new AbortController()
    const signal = AbortSignal.any([caller.signal, own.signal])
    const stream = streamify(program)({ question: 'why?' }, { signal })
    if (way === 'response') {
      const reader = toResponse(stream).body?.getReader()
      await reader?.read()
      await reader?.cancel()
    } else {
      try {
        for await (const event of stream) {
          if (event.type !== 'field') continue
          if (way === 'break') break
          own.abort()
        }
      } catch {
        // The abort, as it should be.
      }
    }
    const ended = await stream.prediction.catch((error: { code?: string }) => error.code)
    seen[`${name}, ${way}`] = String(ended)
  }
}

const startedAt = performance.now()
while (open > 0 && performance.now() - startedAt < 5000) {
  await new Promise((resolve) => setTimeout(resolve, 10))
}
const listening = open
vendor.closeAllConnections()
vendor.close()
process.on('exit', () => {
  const left = process.getActiveResourcesInfo().filter((name) => !/Pipe|TTY/.test(name))
  console.log(JSON.stringify({ seen, asked, listening, left, unhandled }))
})
