import type { Random } from '../fuzz/random.ts'

/** A way scores are spread over [0, 1]. */
export interface Distribution {
  readonly name: string
  draw(random: Random): number
}

/** The shapes that bounds for means find hard: two values, both ends, a few values, and rare failures. */
export const distributions: readonly Distribution[] = [
  { name: 'Bernoulli', draw: (random) => (random.next() < 0.85 ? 1 : 0) },
  // By its inverse, the arcsine law.
  { name: 'Beta(.5,.5)', draw: (random) => Math.sin((Math.PI * random.next()) / 2) ** 2 },
  { name: '{0,.5,1}', draw: (random) => [0, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1][random.below(10)] ?? 1 },
  {
    name: 'mass at 1',
    draw: (random) => (random.next() < 0.95 ? 1 : 0.2 * random.next()),
  },
]
