import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test('whoever leaves a stream of any module early leaves no socket, timer or promise behind', async () => {
  const startedAt = performance.now()
  // It does not call process.exit: it ends when nothing holds it.
  const { stdout, stderr } = await run(
    process.execPath,
    ['--conditions=@ockham/source', '--import', 'tsx', 'leave-early.ts'],
    { cwd: import.meta.dirname, timeout: 50_000 },
  )
  expect(performance.now() - startedAt).toBeLessThan(50_000)
  expect(stderr).toBe('')
  const { seen, asked, ...rest } = JSON.parse(stdout)
  expect(Object.keys(seen).length).toBe(36)
  // Every program has ended, with the abort.
  expect(Object.entries(seen).filter(([, ended]) => ended !== 'aborted')).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(36)
  expect(rest).toEqual({ listening: 0, left: [], unhandled: [] })
})
