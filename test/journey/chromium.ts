import { spawnSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

const executable = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)
const isRequired = process.env['OCKHAM_REQUIRE_BROWSER'] === '1'

/** Whether tests in a browser are left out: there is none, and nobody insists. */
export const withoutChromium: boolean = executable === undefined && !isRequired

/** Starts the machine's Chromium, without what it does on its own account. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: spawnSync('which', [executable ?? 'chromium'], {
      encoding: 'utf8',
    }).stdout.trim(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
