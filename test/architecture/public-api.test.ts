import { expect, test } from 'vitest'
import { packages, sourceFiles } from './source-files.ts'

/** The names an entry file exports, types marked, one a line. */
function publicNames(text: string): string {
  return [...text.matchAll(/export (type )?\{([^}]*)\}/g)]
    .flatMap(([, type, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => (type === undefined ? name : `type ${name}`)),
    )
    .sort((a, b) => (a.replace('type ', '') < b.replace('type ', '') ? -1 : 1))
    .join('\n')
}

const entries = packages.flatMap((name) =>
  sourceFiles(name)
    .filter(({ path }) => path === 'index.ts' || path === 'testing.ts')
    .map(({ path, text }) => ({ entry: `${name}/${path}`, text })),
)

test.each(entries)('the public names of $entry change only on purpose', async ({ entry, text }) => {
  const file = `./public-api/${entry.replace('/', '-').replace('.ts', '')}.txt`
  await expect(`${publicNames(text)}\n`).toMatchFileSnapshot(file)
})
