/** What happens in a search by GEPA, in the order in which it happens; a resumed run tells it all again. */
export type GEPAEvent =
  | { readonly type: 'iteration-start'; readonly iteration: number }
  | {
      readonly type: 'candidate-selected'
      readonly iteration: number
      readonly candidate: number
      readonly score: number
    }
  /** The candidate was perfect on the minibatch, or nothing could be learned from it. */
  | {
      readonly type: 'proposal-skipped'
      readonly iteration: number
      readonly candidate: number
      readonly reason: string
    }
  | {
      readonly type: 'proposal'
      readonly iteration: number
      readonly candidate: number
      /** New instructions by the path of their predictor. */
      readonly instructions: Readonly<Record<string, string>>
    }
  | {
      readonly type: 'proposal-rejected'
      readonly iteration: number
      readonly before: number
      readonly after: number
    }
  | {
      readonly type: 'merge'
      readonly iteration: number
      readonly parents: readonly [number, number]
      readonly ancestor: number
    }
  | {
      readonly type: 'merge-rejected'
      readonly iteration: number
      readonly before: number
      readonly after: number
    }
  | {
      readonly type: 'candidate-accepted'
      readonly iteration: number
      readonly candidate: number
      readonly score: number
      readonly evaluated: number
      readonly isBest: boolean
    }
  | { readonly type: 'stopped'; readonly iteration: number; readonly reason: string }
