// Cheapest models: where no cheap model will do, a model for each predictor may, or a cascade; with certificates.
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { lmFromEnv } from '@ockham/adapters'
import { configure, example, type InferOutputs, Module, Predict } from '@ockham/core'
import * as optimizers from '@ockham/optimizers'

const teams = "'billing' | 'technical' | 'account' | 'shipping' | 'returns' | 'sales' | 'feedback'"
const [teamTask, urgencyTask] = [`ticket -> category: ${teams}`, 'ticket -> urgent: bool'] as const
type Answer = InferOutputs<typeof teamTask> & InferOutputs<typeof urgencyTask>

class Triage extends Module<{ ticket: string }, Answer> {
  readonly team = new Predict(teamTask)
  readonly urgency = new Predict(urgencyTask)
  async forward(input: { ticket: string }) {
    return { ...(await this.team(input)), ...(await this.urgency(input)) }
  }
}

function tickets(split: string) {
  const file = new URL(`../01-support-triage/tickets/${split}.jsonl`, import.meta.url)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const rows: (Answer & { ticket: string })[] = lines.map((line) => JSON.parse(line))
  return rows.map((row) => example(row, { inputs: ['ticket'] }))
}
const [trainset, devset, production] = [tickets('train'), tickets('dev'), tickets('test')]

// Half a point for the team, half a point for the urgency.
const metric = (gold: Answer, answer: Answer) =>
  (Number(gold.category === answer.category) + Number(gold.urgent === answer.urgent)) / 2

// Small learners in this process, unless LLM_MODEL names models with prices, the dearest last: some 4,000 calls.
const names = process.env['LLM_MODEL'] ?? 'embedded/nano,embedded/small,embedded/large'
const named = (name: string) => lmFromEnv({ ...process.env, LLM_MODEL: name.trim() })
const models = names.split(',').map(named)
const reference = models.at(-1) ?? named('embedded/large')
configure({ lm: reference })

const limits = { metricThreshold: 1, maxBootstrappedDemos: 16, maxLabeledDemos: 48 }
const teacher = new optimizers.BootstrapFewShot({ metric, ...limits })
const { program: taught } = await teacher.compile(new Triage(), { trainset })

console.log(`Every model on all ${devset.length} tickets:\n`)
const compared = { models: models.toReversed(), devset, metric }
console.log(optimizers.modelComparisonTable(await optimizers.compareModels(taught, compared)))

console.log(`\nWhat costs least, and scores at most 0.02 below ${reference.model}?`)
// The cheapest of three selections is kept, so each may err in a third of 5 % of cases at most.
const asked = { metric, models, reference, tolerance: 0.02, confidence: 0.985 }
const selections = []
for (const assignment of ['uniform', 'per-predictor', 'cascade'] as const) {
  const search = new optimizers.CheapestAdequate({ ...asked, assignment })
  const { program, report } = await search.compile(taught, { devset })
  const price = (name?: string) =>
    report.candidates.find(({ model }) => model === name)?.costPerExampleUSD ?? Number.NaN
  const part = price(report.chosen) / price(report.reference)
  console.log(`\n${assignment}: ${report.chosen}, for ${(100 * part).toFixed(1)} % of the price`)
  console.log(report.certificate?.text ?? 'Nothing was certified, so the reference is kept.')
  if (report.certificate) selections.push({ ...report, program, part })
}

const [best] = selections.toSorted((one, other) => one.part - other.part)
if (best?.certificate) {
  writeFileSync(`${tmpdir()}/cheapest-models.html`, optimizers.selectionToHTML(best))
  console.log('\nThe cheapest, with more in cheapest-models.html in the temporary folder:\n')
  console.log(optimizers.selectionTable(best))

  // In production a sample of the requests is scored, and run on the reference too.
  const monitor = new optimizers.CertificateMonitor(best.certificate)
  for (const request of production.slice(0, 10)) {
    const [ours, theirs] = [await best.program(request.inputs()), await taught(request.inputs())]
    monitor.observe({ score: metric(request, ours), referenceScore: metric(request, theirs) })
  }
  console.log(`\nAfter ten scores from production it holds: ${monitor.status.holds}`)
}
