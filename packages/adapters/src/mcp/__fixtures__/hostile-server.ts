import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A server that misbehaves in the way its argument names; by hand, as the SDK would not. */
const behaviour = process.argv[2] ?? ''
const fine = { type: 'object', properties: {} }
const send = (message: object): void => {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function tools(cursor: string | undefined): object {
  switch (behaviour) {
    case 'ten-thousand':
      return {
        tools: Array.from({ length: 10_000 }, (_, i) => ({ name: `t${i}`, inputSchema: fine })),
      }
    case 'endless-list':
      return { tools: [], nextCursor: `${Number(cursor ?? 0) + 1}` }
    case 'odd-tools':
      return {
        tools: [
          { name: 'none' },
          { name: 'text', inputSchema: 'a string' },
          { name: 'list', inputSchema: { type: 'array' } },
          { name: 'bare', inputSchema: { $schema: 'x', required: ['a'] } },
          {
            name: 'output',
            inputSchema: fine,
            outputSchema: { type: 'object', $ref: '#/nowhere' },
          },
          { name: 'a.b', description: 7, inputSchema: fine },
          { name: 'a b', inputSchema: fine },
          { name: 'a_b', inputSchema: fine },
          { name: '…', inputSchema: fine },
          { name: 'x'.repeat(200), inputSchema: fine },
          { name: 'a_b', description: 'again', inputSchema: fine },
          { name: 5 },
          'what',
        ],
      }
    default:
      return { tools: [{ name: 'go', inputSchema: fine }] }
  }
}

function flood(): void {
  const garbage = behaviour === 'flood' ? 'garbage\n'.repeat(1000) : 'x'.repeat(65_536)
  while (process.stdout.write(garbage));
  process.stdout.once('drain', flood)
}

function answer(method: string, params: Record<string, string>): object | undefined {
  if (method === 'initialize') {
    const protocolVersion = behaviour === 'old' ? '1999-01-01' : params['protocolVersion']
    const serverInfo = { name: 'hostile', version: '1' }
    return { protocolVersion, capabilities: { tools: {} }, serverInfo }
  }
  if (method === 'tools/list') return tools(params['cursor'])
  if (method !== 'tools/call') return undefined
  if (behaviour === 'flood' || behaviour === 'endless-line') flood()
  else return { content: [{ type: 'text', text: `called ${params['name']}` }, { type: 'new' }] }
  return undefined
}

if (behaviour === 'talks-first') console.log('Server started on port 3000')
if (behaviour === 'stubborn') {
  process.on('SIGTERM', () => undefined)
  setInterval(() => undefined, 1000)
}
if (behaviour === 'family') {
  // A child that outlives its parent, and holds its pipes.
  spawn(process.execPath, ['-e', 'setTimeout(() => {}, 8000)'], { stdio: 'inherit' })
}
if (behaviour === 'crash') {
  console.error('Error: DATABASE_URL is not set')
  process.exit(1)
}

createInterface(process.stdin).on('line', (line) => {
  const { id, method, params = {} } = JSON.parse(line)
  if (id === undefined) return
  if (behaviour === 'mute' || behaviour === 'only-log') {
    if (behaviour === 'only-log') console.log('listening for requests')
    return
  }
  const result = answer(method, params)
  if (result) send({ id, result })
})
