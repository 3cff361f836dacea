import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Predict } from '@ockham/core'
import { OutcomeTable } from '@ockham/core/testing'
import { CheapestAdequate, selectionToHTML } from '@ockham/optimizers'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brightness } from './brightness.ts'
import { launchChromium, withoutChromium } from './chromium.ts'

const hostile = `<script>document.title = 'taken'</script><img src=x onerror="document.title = 'taken'">`

describe.skipIf(withoutChromium)(
  'a page of a selection (left out where there is no Chromium)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'ockham-selection-'))
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      browser = await launchChromium()
      const rows = Array.from({ length: 200 }, (_, index) => ({
        example: `${index} ${hostile} ${'long '.repeat(40)}`,
        'tiny/correct': index % 3 > 0,
        'tiny/usd': 0.0001,
        'mid/correct': index % 20 > 0,
        'mid/usd': 0.001,
        'large/correct': true,
        'large/usd': 0.02,
      }))
      const table = OutcomeTable.fromRows(rows, { score: '{model}/correct', cost: '{model}/usd' })
      const { report } = await new CheapestAdequate({
        metric: table.metric,
        models: [table.lm('tiny'), table.lm('mid')],
        reference: table.lm('large'),
        tolerance: 0.1,
      }).compile(new Predict('example -> answer'), { devset: table.devset() })
      const file = join(folder, 'selection.html')
      writeFileSync(file, selectionToHTML(report, { title: hostile }))
      page = await browser.newPage({ viewport: { width: 1100, height: 800 } })
      await page.goto(pathToFileURL(file).href)
    }, 30_000)

    afterAll(async () => {
      await browser?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    test('runs nothing of what it shows, asks for nothing, and its own style is allowed', async () => {
      const requests: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      page.on('console', (message) => complaints.push(message.text()))
      await page.reload()
      expect(await page.title()).toBe(hostile)
      expect(await page.locator('img').count()).toBe(0)
      expect(requests).toEqual([page.url()])
      expect(complaints).toEqual([])
    })

    test('shows all plots within the page, and details when they are opened', async () => {
      expect(await page.locator('svg').count()).toBe(3)
      // Runs in the page, whose types are not those of this program.
      const wide: unknown = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(wide).toBe(0)
      const details = page.locator('details').first()
      await details.locator('summary').click()
      expect(await details.locator('pre').isVisible()).toBe(true)
    })

    test('no label of a plot covers another', async () => {
      for (const plot of [0, 1]) {
        const labels = await page.locator('svg').nth(plot).locator('.label').all()
        const boxes = await Promise.all(labels.map((label) => label.boundingBox()))
        const drawn = boxes.filter((box) => box !== null)
        expect(drawn.length).toBeGreaterThan(2)
        const covering = drawn.flatMap((one, index) =>
          drawn
            .slice(index + 1)
            .filter(
              (other) =>
                one.x < other.x + other.width - 2 &&
                other.x < one.x + one.width - 2 &&
                one.y < other.y + other.height - 4 &&
                other.y < one.y + one.height - 4,
            ),
        )
        expect(covering).toEqual([])
      }
    })

    test('is readable in light and in dark', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const colors: unknown = await page.evaluate(
          '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
        )
        const [text, ground] = Array.isArray(colors) ? colors.map(brightness) : []
        expect(Math.abs(Number(text) - Number(ground))).toBeGreaterThan(180)
        expect(Number(ground) < 128).toBe(colorScheme === 'dark')
      }
    })
  },
)
