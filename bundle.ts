// Bundles a package's entries into dist/, beside the declarations that tsc writes.
// Loading 238 small files took 134 ms, one bundle of the same code 26 ms (Node 24, 2026-11-21). It grows by a
// millisecond for every 10 kB; minifying would take off a tenth, and with it every readable stack trace.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build } from 'esbuild'

interface Manifest {
  exports: Record<string, string | { '@ockham/source': string }>
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const entries = Object.values(manifest.exports).flatMap((target) =>
  typeof target === 'string' ? [] : [target['@ockham/source']],
)
// What starts a thread is named by a URL, not by an import. All land in the root of dist/, where every file is that
// may name one.
const threads = globSync('src/**/*-worker.ts')
const entryPoints = [...entries, ...threads].map((path) => ({
  in: path,
  out: basename(path, '.ts'),
}))

await build({
  entryPoints,
  outdir: process.argv[2] ?? 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
