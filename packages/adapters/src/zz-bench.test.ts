import { test } from 'vitest'
import { createServer } from 'node:http'
import { openai, anthropic, ollama } from './index.ts'
test('bench', async () => {
  for (const n of [20_000, 100_000]) for (const kind of ['openai','anthropic','ollama'] as const) {
    const server = createServer((req, res) => { req.resume(); req.on('end', () => {
      res.setHeader('content-type', kind==='ollama' ? 'application/x-ndjson':'text/event-stream')
      const d = kind==='openai' ? 'data: {"choices":[{"index":0,"delta":{"content":"tok "}}]}\n\n' : kind==='anthropic' ? 'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"tok "}}\n\n' : '{"message":{"content":"tok "},"done":false}\n'
      const e = kind==='openai' ? 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n' : kind==='anthropic' ? 'event: message_stop\ndata: {"type":"message_stop"}\n\n' : '{"message":{"content":""},"done":true}\n'
      res.write(kind==='anthropic' ? 'event: message_delta\ndata: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}\n\n':'')
      for (let i=0;i<n;i+=1000) res.write(d.repeat(1000))
      res.end(e)
    })})
    await new Promise<void>(r => server.listen(0,'127.0.0.1',()=>r()))
    const base = `http://127.0.0.1:${(server.address() as any).port}`
    const lm = kind==='openai'? openai('gpt-4o-mini',{baseURL:base,apiKey:'k'}) : kind==='anthropic' ? anthropic('claude-haiku-4-5',{baseURL:base,apiKey:'k'}) : ollama('x',{baseURL:base})
    let c=0; const t=performance.now()
    for await (const e of lm.stream({messages:[{role:'user',content:'x'}]})) c++
    console.log(kind, n, c, Math.round(performance.now()-t),'ms')
    server.closeAllConnections(); server.close()
  }
}, 60000)
