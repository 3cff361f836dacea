import { BootstrapFewShot, Ensemble } from '@ockham/optimizers'
import type { ContenderSetup, WorldOptimizer } from './contender.ts'

const members = 3

/** Three programs with demonstrations of their own, which vote. */
export function voting({ seed, world: { metric } }: ContenderSetup): WorldOptimizer {
  return {
    async compile(program, { budget, ...data }) {
      const own = budget.calls === undefined ? {} : { calls: Math.floor(budget.calls / members) }
      const programs: (typeof program)[] = []
      for (let member = 0; member < members; member += 1) {
        const optimizer = new BootstrapFewShot({ metric, seed: members * seed + member })
        programs.push((await optimizer.compile(program, { ...data, budget: own })).program)
      }
      return { program: new Ensemble().compile(programs), report: undefined }
    },
  }
}
