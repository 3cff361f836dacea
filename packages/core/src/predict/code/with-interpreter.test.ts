import { expect, test, vi } from 'vitest'
import { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import type { CodeInterpreter } from '../../interpreter/code-interpreter.ts'
import { currentScope, inScope } from '../../settings/scope.ts'
import { scriptedInterpreter } from './__fixtures__/scripted-interpreter.ts'
import { withInterpreter } from './with-interpreter.ts'

const empty: CodeInterpreter = {
  language: 'javascript',
  run: async () => ({ output: '' }),
  close: async () => undefined,
}

test('variables that the interpreter cannot hold are an error, not a step', async () => {
  const tooLarge = new CodeInterpreterError('out of memory', { reason: 'memory' })
  let closed = 0
  const make = (): CodeInterpreter => ({
    ...empty,
    run: () => Promise.reject(tooLarge),
    close: async () => {
      closed += 1
    },
  })
  const run = withInterpreter({ make, variables: { a: 1 } }, async () => 'used')
  await expect(run).rejects.toBe(tooLarge)
  expect(closed).toBe(1)
})

test('a result is not lost to an interpreter that cannot be closed', async () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  const make = (): CodeInterpreter => ({
    ...empty,
    close: () => Promise.reject(new Error('stuck')),
  })
  expect(await withInterpreter({ make, variables: {} }, async () => 'used')).toBe('used')
  expect(warn).toHaveBeenCalledWith('A code interpreter could not be closed: Error: stuck')
  warn.mockRestore()
})

test('functions run in the scope of the call, whoever calls them', async () => {
  const seen: unknown[] = []
  const { interpreter: make } = scriptedInterpreter(async ({ look }) => {
    // As an interpreter in another process would: from an event of its own.
    await inScope({ call: { temperature: 9 } }, async () => look?.())
    return {}
  })
  const functions = { look: () => seen.push(currentScope().call.temperature) }
  await inScope({ call: { temperature: 0.5 } }, () =>
    withInterpreter({ make, functions, variables: {} }, ({ run }) => run('look()')),
  )
  expect(seen).toEqual([0.5])
})

test('nothing stays behind on the signal of the call', async () => {
  const { signal } = new AbortController()
  const add = vi.spyOn(signal, 'addEventListener')
  const remove = vi.spyOn(signal, 'removeEventListener')
  const { interpreter: make } = scriptedInterpreter()
  await inScope({ call: { signal } }, () =>
    withInterpreter({ make, variables: {} }, ({ run }) => run('1')),
  )
  expect(add.mock.calls.length).toBeGreaterThan(0)
  expect(remove.mock.calls.length).toBe(add.mock.calls.length)
})
