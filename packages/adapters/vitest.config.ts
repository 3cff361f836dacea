import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['@ockham/source'] },
  ssr: { resolve: { conditions: ['@ockham/source'] } },
  test: { typecheck: { enabled: true, tsconfig: './tsconfig.json' } },
})
