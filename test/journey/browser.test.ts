import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from './chromium.ts'

describe.skipIf(withoutChromium)(
  'a page that streams (left out where there is no Chromium)',
  () => {
    let server: ChildProcess
    let printed = ''
    let url = ''
    let browser: Browser

    beforeAll(async () => {
      const { LLM_MODEL: _, ...env } = process.env
      server = spawn(process.execPath, ['--conditions=@ockham/source', 'main.ts'], {
        cwd: join(import.meta.dirname, '../../examples/05-browser'),
        env: { ...env, PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      server.stdout?.on('data', (data) => {
        printed += data
      })
      url = await until(() => /http:\/\/\S+/.exec(printed)?.[0])
      browser = await launchChromium()
    })

    afterAll(async () => {
      await browser?.close()
      if (server.exitCode === null) {
        server.kill()
        await once(server, 'exit')
      }
    })

    test('an answer grows word by word, thoughts before it, until it is whole', async () => {
      const page = await browser.newPage()
      await page.goto(url)
      await page.getByRole('button', { name: 'Ask' }).click()
      const lengths = new Set<number>()
      while ((await page.getByRole('status').textContent()) !== 'Done.') {
        lengths.add((await page.locator('#answer').textContent())?.length ?? 0)
      }
      expect(lengths.size).toBeGreaterThan(5)
      expect(await page.locator('#reasoning').textContent()).toMatch(/^Light .* ones\.$/)
      expect(await page.locator('#answer').textContent()).toMatch(/^Blue .* eye\.$/)
      await page.close()
    })

    test.each(['the button', 'closing the page'])('%s stops the model', async (how) => {
      const page = await browser.newPage()
      await page.goto(url)
      const before = printed.length
      await page.getByRole('button', { name: 'Ask' }).click()
      await page.getByText('Light').waitFor()
      if (how === 'the button') await page.getByRole('button', { name: 'Stop' }).click()
      else await page.close()
      await until(() => (printed.slice(before).includes('The reader left') ? true : undefined))
      await page.close()
    })
  },
)

async function until<Value>(check: () => Value | undefined): Promise<Value> {
  const startedAt = performance.now()
  for (;;) {
    const value = check()
    if (value !== undefined) return value
    if (performance.now() - startedAt > 20_000) throw new Error('it did not come')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
