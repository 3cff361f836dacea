import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StateError } from '@ockham/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal } from './journal.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  path = join(folder, 'deep', 'run.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(entries: Record<string, object>): void {
  const journal = new Journal(path, 'a')
  for (const [key, value] of Object.entries(entries)) journal.record(key, value)
  journal.close()
}

test('what was recorded is there for the next run, line breaks and all', () => {
  write({ first: { text: 'a\nb\u2028c' }, second: {} })
  const journal = new Journal(path, 'a')
  expect(journal.get('first')).toEqual({ text: 'a\nb\u2028c' })
  expect(journal.get('second')).toEqual({})
  expect(journal.get('third')).toBeUndefined()
  journal.close()
})

test('wherever the file is cut, whole entries before the cut are there and more can be written', () => {
  write({ first: { text: 'é🗼' }, second: { text: 'two' } })
  const whole = readFileSync(path)
  for (let length = 0; length <= whole.length; length += 1) {
    writeFileSync(path, whole)
    truncateSync(path, length)
    const journal = new Journal(path, 'a')
    const lines = whole.subarray(0, length).toString().split('\n').length - 1
    expect(journal.get('first')).toEqual(lines >= 2 ? { text: 'é🗼' } : undefined)
    expect(journal.get('second')).toEqual(lines >= 3 ? { text: 'two' } : undefined)
    journal.record('third', { text: 'three' })
    journal.close()
    const again = new Journal(path, 'a')
    expect(again.get('third')).toEqual({ text: 'three' })
    again.close()
  }
})

test('a checkpoint of another run is refused and left alone', () => {
  write({ first: {} })
  const before = readFileSync(path)
  expect(() => new Journal(path, 'b')).toThrow(StateError)
  expect(() => new Journal(path, 'b')).toThrow('is of another run')
  expect(readFileSync(path)).toEqual(before)
})

test.each(['no JSON\n', '[]\n', '{"key":1}\n'])(
  'a damaged line is told of by its number (%j)',
  (line) => {
    write({ first: {} })
    appendFileSync(path, line)
    expect(() => new Journal(path, 'a')).toThrow('is damaged in line 3')
  },
)

test('a file that is no checkpoint is refused', () => {
  write({})
  writeFileSync(path, 'my notes\n')
  expect(() => new Journal(path, 'a')).toThrow('is no checkpoint of this version')
  expect(readFileSync(path, 'utf8')).toBe('my notes\n')
})

test('without a path nothing is written', () => {
  const journal = new Journal(undefined, 'a')
  journal.record('first', {})
  expect(journal.get('first')).toBeUndefined()
  journal.close()
})
