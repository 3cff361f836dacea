import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clientInfo } from './client-info.ts'

test('servers are told the version of the package', () => {
  const manifest = new URL('../../../package.json', import.meta.url)
  expect(clientInfo.version).toBe(JSON.parse(readFileSync(manifest, 'utf8')).version)
})
