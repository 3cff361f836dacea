import { describe, expect, it } from 'vitest'
import { coerce } from '../coerce/coerce.ts'
import type { SpecialName } from '../field-type.ts'

const call = { name: 'search', args: { query: 'x' } }

describe('coerce of DSPy types', () => {
  it.each<[SpecialName, unknown, unknown]>([
    ['Code', '```python\nprint(1)\n```', 'print(1)'],
    ['Code', 'Run this:\n```\na\nb\n```\nplease', 'a\nb'],
    ['Code', '```x = 1```', 'x = 1'],
    ['Code', 'x = [1]', 'x = [1]'],
    ['Code', { code: 'x' }, 'x'],
    ['Reasoning', 'because', 'because'],
    ['Reasoning', { content: 'because' }, 'because'],
    ['ToolCalls', [call], { toolCalls: [call] }],
    ['ToolCalls', call, { toolCalls: [call] }],
    ['ToolCalls', { tool_calls: [call] }, { toolCalls: [call] }],
    ['ToolCalls', { toolCalls: [] }, { toolCalls: [] }],
    [
      'ToolCalls',
      [{ id: '1', function: { name: 'search', arguments: '{"query": "x"}' } }],
      { toolCalls: [{ id: '1', ...call }] },
    ],
    ['Image', 'https://example.org/a.png', { url: 'https://example.org/a.png' }],
    ['Audio', { data: 'AA', audio_format: 'wav' }, { data: 'AA', format: 'wav' }],
    ['File', { file_id: '7' }, { fileId: '7' }],
    ['Document', 'text', { data: 'text' }],
    ['History', { messages: [{ question: 'q' }] }, { messages: [{ question: 'q' }] }],
    ['Tool', { name: 'f', parameters: {} }, { name: 'f', parameters: {} }],
  ])('reads a %s from %j', (name, value, expected) => {
    expect(coerce({ kind: 'special', name }, value)).toEqual({ ok: true, value: expected })
  })

  it.each<[SpecialName, unknown]>([
    ['Code', 1],
    ['Reasoning', ['a']],
    ['ToolCalls', 'search for x'],
    ['ToolCalls', [{ name: 'search' }]],
    ['ToolCalls', [1]],
    ['Image', { url: 1 }],
    ['Audio', { data: 'AA' }],
    ['File', {}],
    ['History', { messages: 'x' }],
    ['Tool', { name: 'f' }],
  ])('takes no %s from %j', (name, value) => {
    expect(coerce({ kind: 'special', name }, value).ok).toBe(false)
  })
})
