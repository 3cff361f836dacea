import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { httpServer } from './__fixtures__/http-server.ts'
import { script } from './__fixtures__/script.ts'

/** How long a program that used a server lives on after it closed the client, in milliseconds. */
async function afterlifeMs(server: string): Promise<number> {
  const { command, args } = script('short-program', server)
  const { stdout } = await promisify(execFile)(command, args, { timeout: 50_000 })
  return Date.now() - Number(stdout)
}

test('a program that used a process ends by itself soon after close', async () => {
  expect(await afterlifeMs('process')).toBeLessThan(2000)
})

test.for([false, true])(
  'a program that used an address (which keeps streams: %s) ends by itself soon after close',
  async (resume) => {
    await using server = await httpServer({ resume })
    expect(await afterlifeMs(server.url)).toBeLessThan(2000)
  },
)

test('without the package, it says what to install', async () => {
  const { command, args } = script('without-sdk')
  const { stdout } = await promisify(execFile)(command, args, { timeout: 50_000 })
  expect(stdout).toContain('LMConfigurationError')
  expect(stdout).toContain('npm install @modelcontextprotocol/sdk')
})
