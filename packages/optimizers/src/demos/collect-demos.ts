import type { Module } from '@ockham/core'
import type { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'
import type { CollectedDemos, Lesson } from './collected-demos.ts'
import { teacherFor } from './teacher-candidate.ts'

/** What to collect from. */
export interface Collection<Gold extends object, Outputs extends object> {
  readonly run: CompileRun<Gold, Outputs>
  readonly teacher: Module<never, Outputs>
  readonly trainset: readonly Gold[]
  /** Examples to show. */
  readonly wanted: number
  /** Tries for each example. */
  readonly maxRounds: number
  isGood(evaluation: Evaluation): boolean
  /** Hears after each group of examples how much is done, from 0 to 1. */
  announce(share: number): void
}

/**
 * Teaches example after example until enough are worth showing, or the examples or the budget are used up. Never are
 * more examples under way than are still wanted, so the same ones are taught as without concurrency.
 */
export async function collectDemos<Gold extends object, Outputs extends object>(
  collection: Collection<Gold, Outputs>,
  collected: CollectedDemos,
): Promise<void> {
  const { run, trainset, wanted, announce } = collection
  const teacherOf = teacherFor(run, collection.teacher)
  let first = 0
  while (collected.shown.size < wanted && first < trainset.length && !run.isOver) {
    const window = trainset.slice(first, first + wanted - collected.shown.size)
    const lessons = window.map((gold) => ({
      candidate: teacherOf(gold),
      gold,
      tries: [] as Evaluation[],
    }))
    try {
      await teach(lessons, collection)
    } finally {
      for (const [index, { tries }] of lessons.entries())
        collected.add(first + index, lessonOf(tries, collection))
    }
    first += window.length
    announce(Math.max(first / trainset.length, collected.shown.size / wanted))
  }
}

interface Taught<Gold extends object, Outputs extends object> {
  readonly candidate: ReturnType<ReturnType<typeof teacherFor<Gold, Outputs>>>
  readonly gold: Gold
  readonly tries: Evaluation[]
}

/** Lets the teacher try, from the second round at temperature 1, until it does well. */
async function teach<Gold extends object, Outputs extends object>(
  lessons: readonly Taught<Gold, Outputs>[],
  { run, maxRounds, isGood }: Collection<Gold, Outputs>,
): Promise<void> {
  for (let rollout = 0; rollout < maxRounds && !run.isOver; rollout += 1) {
    const open = lessons.filter(({ tries }) => tries.length === rollout && !tries.some(isGood))
    const trials = open.map(({ candidate, gold }) => ({
      candidate,
      gold,
      rollout,
      bootstraps: true,
    }))
    try {
      await run.evaluate(trials)
    } finally {
      for (const [index, { tries }] of open.entries()) {
        const trial = trials[index]
        const evaluation = trial && run.known(trial)
        if (evaluation) tries.push(evaluation)
      }
    }
  }
}

function lessonOf<Gold extends object, Outputs extends object>(
  tries: readonly Evaluation[],
  { isGood }: Collection<Gold, Outputs>,
): Lesson {
  return {
    success: tries.find(isGood),
    attempts: tries.length,
    errors: tries.filter(({ error }) => error !== undefined).length,
  }
}
