// Streaming to a browser: a page, a server of forty lines, and answers that appear as they are written.
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { lmFromEnv } from '@ockham/adapters'
import { ChainOfThought, configure, streamify, toResponse } from '@ockham/core'
import { slowTalker } from './slow-talker.ts'

// Offline a stand-in talks; with LLM_MODEL a real model does.
configure({ lm: process.env['LLM_MODEL'] ? lmFromEnv() : slowTalker() })

const page = readFileSync(new URL('page.html', import.meta.url))
const answer = streamify(new ChainOfThought('question -> answer'))

/** Every event of the program as a server-sent event; a reader who leaves ends the program. */
async function sendAnswer(question: string, response: ServerResponse) {
  const { headers, body } = toResponse(answer({ question }))
  response.writeHead(200, Object.fromEntries(headers))
  if (body) await pipeline(Readable.fromWeb(body), response)
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/answer') {
    sendAnswer(searchParams.get('question') ?? '', response).catch(() => {
      console.log('The reader left, and the model was told to stop.')
    })
  } else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
})

server.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  console.log(`Open http://127.0.0.1:${port}`)
})
