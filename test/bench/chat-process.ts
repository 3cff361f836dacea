import { createServer } from 'node:http'

// A process of its own, so that its work is not measured as the client's.
const chunkCount = Number(process.argv[2] ?? 1000)
const choice = { index: 0, message: { role: 'assistant', content: 'Well.' }, finish_reason: 'stop' }
const usage = { prompt_tokens: 20, completion_tokens: 2, total_tokens: 22 }
const whole = JSON.stringify({ id: 'x', object: 'chat.completion', choices: [choice], usage })
const events = Array.from({ length: chunkCount }, (_, index) =>
  event({ content: `word${index % 10} ` }, null),
)
const stream = `${events.join('')}${event({}, 'stop')}data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`

function event(delta: object, reason: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: reason }]
  return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices })}\n\n`
}

const server = createServer(async (request, response) => {
  let body = ''
  for await (const piece of request.setEncoding('utf8')) body += piece
  if (body.includes('"stream":true')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(stream)
  } else {
    response.writeHead(200, { 'content-type': 'application/json' }).end(whole)
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' ? address?.port : undefined)
})
// The server must not outlive the benchmark that started it.
process.on('disconnect', () => process.exit())
