import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const test = join(import.meta.dirname, '..')

/** What the compiler prints of a program, and how many seconds it takes. */
export function compile(program: string): { output: string; seconds: number } {
  // Below node_modules, so that the workspace's own type check does not see the file.
  const cache = join(test, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'compile-'))
  try {
    writeFileSync(join(folder, 'program.ts'), program)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(test, '..', 'tsconfig.json'),
        compilerOptions: { declaration: false, isolatedDeclarations: false },
        files: ['program.ts'],
      }),
    )
    const compiler = join(test, '..', 'node_modules', '.bin', 'tsc')
    const startedAt = performance.now()
    const { stdout, stderr } = spawnSync(compiler, ['--project', folder], { encoding: 'utf8' })
    return { output: stdout + stderr, seconds: (performance.now() - startedAt) / 1000 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
