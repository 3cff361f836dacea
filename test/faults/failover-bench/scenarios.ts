import { ContentFilterError } from '@ockham/core'
import { seconds } from '../wall/behaviours/scenarios.ts'
import { answered, attempts, isRight, unless, within } from './judgements.ts'
import type { Performance, Scenario } from './scenario.ts'

const once = { backup: 'ok', second: seconds.usual, schedule: [0] }

/** The sixteen scenarios with FailoverBench's own definition of correct, a backup being declared. */
export const scenarios: readonly Scenario[] = [
  {
    ...{ ...once, id: 'S01', primary: 's01', fault: '429 with `Retry-After: 2`, once' },
    correct: 'answered; at most 2 attempts in 1.5 s; advised: none before the 2 s are over',
    judge: (run) => [...answered(run), ...attempts(run, 2, 1.5), ...attempts(run, 1, 1.8)],
  },
  {
    ...{ ...once, id: 'S02', primary: 's02', fault: '429 for ever, without a header' },
    correct: 'at most 4 attempts in 3 s and 6 in all, then the backup',
    judge: (run) => [...answered(run, 'backup'), ...attempts(run, 4, 3), ...attempts(run, 6)],
  },
  {
    ...{ ...once, id: 'S03', primary: 's03', fault: '500, once' },
    correct: 'answered; advised: by the same provider, asked again',
    judge: (run) => answered(run, 'primary'),
  },
  {
    ...{ ...once, id: 'S04', primary: 's04', fault: '503 for ever' },
    correct: 'at most 6 attempts, then the backup',
    judge: (run) => [...answered(run, 'backup'), ...attempts(run, 6)],
  },
  {
    ...{ ...once, id: 'S05', primary: 's05', fault: 'connection reset before the headers, once' },
    correct: 'answered',
    judge: (run) => answered(run),
  },
  {
    ...{ ...once, id: 'S06', primary: 's06', fault: 'accepts the connection and never answers' },
    correct: 'over in 100 s; advised: the silent route is not asked again',
    judge: (run) => [...answered(run, 'backup'), ...within(run, 100), ...attempts(run, 1)],
  },
  {
    ...{ ...once, id: 'S07', primary: 's07', fault: 'first token after 20 s' },
    correct: 'answered; advised: within 15 s, by the backup',
    judge: (run) => [...answered(run), ...within(run, 15)],
  },
  {
    ...{ ...once, id: 'S08', primary: 's08', fault: 'cut after 40 of 60 tokens' },
    correct: 'the whole answer by the backup, or a clear error; never half an answer',
    judge: (run) => answered(run, 'backup'),
  },
  {
    ...{ ...once, id: 'S09', primary: 's09', fault: 'stalls for 30 s after 20 tokens' },
    correct: 'over in 45 s, whole or with a clear error, and alive afterwards',
    second: seconds.stall,
    judge: (run) => [...answered(run, 'backup'), ...within(run, 45)],
  },
  {
    ...{
      ...once,
      id: 'S10',
      primary: 's10',
      fault: '10th event is invalid JSON, the rest is fine',
    },
    correct: 'advised: recovered in place',
    judge: (run) => [...answered(run, 'primary'), ...attempts(run, 1)],
  },
  {
    ...{ ...once, id: 'S11', primary: 's11', fault: 'no `[DONE]`' },
    correct: 'finished in 8 s, with usage',
    judge: (run) => [
      ...answered(run, 'primary'),
      ...within(run, 8),
      ...unless(run.answers[0]?.usage === true, 'no usage'),
    ],
  },
  {
    ...{ ...once, id: 'S12', primary: 's12', fault: '400 `context_length_exceeded`' },
    correct: 'exactly 1 attempt, then the model with the larger context',
    judge: (run) => [...answered(run, 'backup'), ...attempts(run, 1)],
  },
  {
    ...{ ...once, id: 'S13', primary: 's13', fault: '400, content filter' },
    correct: '1 attempt; the reason is shown; routing around it is only partly correct',
    judge: (run) => [
      ...unless(ContentFilterError.is(run.answers[0]?.error), 'not told as a content filter'),
      ...unless(String(run.answers[0]?.error).includes('self-harm'), 'the reason is not shown'),
      ...unless(run.backup.requests.length === 0, 'routed around'),
      ...attempts(run, 1),
    ],
  },
  {
    ...{ ...once, id: 'S14', primary: 's14', fault: 'as S08, and the backup takes no prefill' },
    backup: 's14-backup',
    correct: 'never hides the real error behind the 400 about the prefill',
    judge: (run) => answered(run, 'backup'),
  },
  {
    ...{
      id: 'S15',
      primary: 's15',
      backup: 'ok',
      fault: '503 for 60 s, then healthy; a request every 4 s',
    },
    correct: 'all served; on the primary again at most 30 s after it recovers; told: probes',
    second: seconds.flapping,
    schedule: Array.from({ length: 25 }, (_, request) => request * 4),
    judge: flapping,
  },
  {
    ...{ ...once, id: 'S16', primary: 's16', fault: '503, then the backup' },
    correct: "the backup's name and usage are told; at most 6 attempts",
    judge: (run) => [
      ...answered(run, 'backup'),
      ...attempts(run, 6),
      ...unless(run.answers[0]?.usage === true, 'no usage'),
    ],
  },
]

function flapping({ answers, primary, second, backup }: Performance): readonly string[] {
  const [first = 0] = primary.times
  const whileDown = primary.times.filter((time) => time - first < 60 * second).length
  const servedWhileDown = backup.requests.length
  const recoveredBy = answers.findIndex(({ model }) => model?.includes('primary') === true)
  return [
    ...unless(answers.every(isRight), 'not all were served'),
    ...unless(recoveredBy >= 0 && recoveredBy * 4 <= 90, 'not back on the primary in 30 s'),
    ...unless(whileDown <= servedWhileDown, `${whileDown} attempts while it was down`),
  ]
}
