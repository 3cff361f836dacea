import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const test = join(import.meta.dirname, '..')

/** What the compiler prints of a program, and how many seconds it takes. */
export function compile(program: string): { output: string; seconds: number } {
  return inProject([program])
}

/** What the compiler prints of each of some programs, in one run of it. */
export function compileAll(programs: readonly string[]): string[] {
  const lines = inProject(programs).output.split('\n')
  return programs.map((_, index) => {
    const name = fileName(index)
    return lines.filter((line) => line.includes(name) || !line.includes('program-')).join('\n')
  })
}

function inProject(programs: readonly string[]): { output: string; seconds: number } {
  // Below node_modules, so that the workspace's own type check does not see the files.
  const cache = join(test, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'compile-'))
  try {
    for (const [index, program] of programs.entries()) {
      writeFileSync(join(folder, fileName(index)), program)
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(test, '..', 'tsconfig.json'),
        compilerOptions: { declaration: false, isolatedDeclarations: false },
        files: programs.map((_, index) => fileName(index)),
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

function fileName(index: number): string {
  return `program-${index}.ts`
}
