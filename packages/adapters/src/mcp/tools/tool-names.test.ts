import { expect, test } from 'vitest'
import { toolNames } from './tool-names.ts'

test('a legal name stays, another becomes one, and a prefix stands before both', () => {
  const names = toolNames(['get-user', 'files.read', 'größe'], 'srv')
  expect([...names.values()]).toEqual(['srv_get-user', 'srv_files_read', 'srv_gr_e'])
})

test('names that would be the same differ, and do not depend on the order', () => {
  const names = ['a.b', 'a/b', 'a_b', '日本', '中国', 'x'.repeat(65), `${'x'.repeat(64)}y`]
  const there = toolNames(names)
  const back = toolNames(names.toReversed())
  expect(new Set(there.values()).size).toBe(names.length)
  for (const name of names) expect(back.get(name)).toBe(there.get(name))
  for (const name of there.values()) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
  expect(there.get('a_b')).toBe('a_b')
})
