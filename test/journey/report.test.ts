import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type EvaluationResult,
  evaluate,
  evaluationToHTML,
  exactMatch,
  example,
  Predict,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brightness } from './brightness.ts'
import { launchChromium, withoutChromium } from './chromium.ts'

const hostile = `</script></pre><script>document.title = 'taken'</script><img src=x onerror="document.title = 'taken'"> \u202eesrever שלום`

describe.skipIf(withoutChromium)('a report (left out where there is no Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ockham-report-'))
  let browser: Browser
  let result: EvaluationResult<object, object>

  beforeAll(async () => {
    browser = await launchChromium()
    const program = new Predict('text -> answer')
    program.lm = new MockLM(({ messages }) => {
      const isOdd = /text ## \]\]\n\d*[13579]\b/.test(String(messages.at(-1)?.content))
      return `[[ ## answer ## ]]\n${isOdd ? 'odd' : hostile}`
    })
    result = await evaluate(program, {
      devset: Array.from({ length: 6 }, (_, index) =>
        example({ text: `${index} ${hostile}`, answer: 'odd' }, { inputs: ['text'] }),
      ),
      metric: exactMatch({ field: 'answer' }),
      keepPrompts: true,
    })
  }, 30_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function opened(html: string): Promise<Page> {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.html`)
    writeFileSync(file, html)
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href)
    return page
  }

  test('opens by itself, runs nothing of what it shows, and asks for nothing', async () => {
    const page = await opened(evaluationToHTML(result, { title: hostile }))
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.reload()
    expect(await page.title()).toContain('</script></pre><script>')
    expect(await page.locator('img').count()).toBe(0)
    expect(requests).toEqual([page.url()])
    await page.locator('.row').first().locator('summary').first().click()
    await page.locator('.row .call summary').first().click()
    const reply = page.locator('.row').first().locator('.call pre').last()
    expect(await reply.textContent()).toContain(`</script></pre><script>document.title = 'taken'`)
    await page.close()
  })

  test('failing rows come first, and a choice shows only those that pass', async () => {
    const page = await opened(evaluationToHTML(result))
    const visible = (): Promise<string[]> =>
      page.locator('.row:visible > summary .n:nth-child(2)').allInnerTexts()
    expect(await visible()).toEqual(['#0', '#2', '#4', '#1', '#3', '#5'])
    await page.getByLabel('Passing 3').check()
    expect(await visible()).toEqual(['#1', '#3', '#5'])
    await page.getByLabel('Failing 3').check()
    expect(await visible()).toEqual(['#0', '#2', '#4'])
    await page.close()
  })

  test('is readable in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await opened(evaluationToHTML(result))
      await page.emulateMedia({ colorScheme })
      // Runs in the page, whose types are not those of this program.
      const colors: unknown = await page.evaluate(
        '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
      )
      const [text, ground] = Array.isArray(colors) ? colors.map(brightness) : []
      expect(Math.abs(Number(text) - Number(ground))).toBeGreaterThan(180)
      expect(Number(ground) < 128).toBe(colorScheme === 'dark')
      await page.close()
    }
  })

  test('ten thousand rows open', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => result.rows[index % 6]).filter(
      (row) => row !== undefined,
    )
    const html = evaluationToHTML({ ...result, rows })
    const page = await opened(html)
    expect(await page.locator('.row').count()).toBe(10_000)
    await page.getByLabel('Passing 5000').check()
    expect(await page.locator('.failing').first().isVisible()).toBe(false)
    await page.close()
  })
})
