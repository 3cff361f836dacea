import { defineConfig } from 'vitest/config'

/** How every package runs its tests: on sources, type tests included. */
export default defineConfig({
  resolve: { conditions: ['@ockham/source'] },
  ssr: { resolve: { conditions: ['@ockham/source'] } },
  test: {
    typecheck: { enabled: true, tsconfig: './tsconfig.json' },
    // The slowest tests measure time or run thousands of cases, on machines that do other things too.
    testTimeout: 60_000,
    // Many assert milliseconds; what is broken fails three times, what was late once does not.
    retry: 2,
    // By default one core of two would stand idle.
    maxWorkers: 2,
  },
})
