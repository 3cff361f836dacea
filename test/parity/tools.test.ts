import { ChatAdapter, signature } from '@ockham/core'
import { expect, test } from 'vitest'
import { vectors } from './vectors.ts'

interface ToolVector {
  id: string
  tool: { name: string; description: string | null; parameters: object }
  text: string
}

test.each(vectors<ToolVector>('tools'))('$id: a prompt tells of a tool as DSPy does', (vector) => {
  const [, user] = new ChatAdapter().format(signature('x: Tool -> y'), [], { x: vector.tool })
  expect(String(user?.content).split('\n\nRespond with')[0]).toBe(`[[ ## x ## ]]\n${vector.text}`)
})
