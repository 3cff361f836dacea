import { type ChoiceJudge, choiceJudge, statementJudge } from '../learning/choice-judge.ts'
import type { Lesson } from '../learning/choice-model.ts'
import { similarity } from '../learning/similarity.ts'
import { softmax } from '../learning/softmax.ts'
import type { ChoiceOption } from '../shape/answer-shape.ts'
import type { FieldQuestion, Problem } from './problem.ts'

// Too small to change a judgement; it keeps labels that nothing speaks for from all falling to the first.
const tieBreak = 1e-6

// What a prompt says when its author said nothing; its words are no gloss of any field.
const defaultInstructions = /Given the fields? .* produce the fields? .*\./g

/** Chooses one of the options. */
export function answerChoice(
  question: FieldQuestion,
  options: readonly ChoiceOption[],
  problem: Problem,
): ChoiceOption {
  const labels = options.map(String)
  const judge = judgeFor(question, problem, () =>
    choiceJudge(
      { labels, prose: proseOf(question, problem), lessons: lessonsOf(question, options) },
      problem.ability,
    ),
  )
  return options[decide(judge, labels, question, problem)] ?? null
}

/** Decides whether the statement that the field's name makes holds. */
export function answerBoolean(question: FieldQuestion, problem: Problem): boolean {
  const judge = judgeFor(question, problem, () =>
    statementJudge(
      question.name,
      {
        prose: `${question.name}: ${proseOf(question, problem)}`,
        lessons: lessonsOf(question, [false, true]),
      },
      problem.ability,
    ),
  )
  return decide(judge, [`not ${question.name}`, question.name], question, problem) === 1
}

function judgeFor(question: FieldQuestion, problem: Problem, make: () => ChoiceJudge): ChoiceJudge {
  const made = problem.judges.get(question.path) ?? make()
  problem.judges.set(question.path, made)
  return made
}

function proseOf(question: FieldQuestion, problem: Problem): string {
  return `${question.description}\n${problem.instructions.replace(defaultInstructions, '')}`
}

function lessonsOf(question: FieldQuestion, options: readonly ChoiceOption[]): Lesson[] {
  return question.precedents.flatMap(({ text, features, value }) => {
    const label = options.findIndex((option) => Object.is(option, value))
    return label < 0 ? [] : [{ text, features, label }]
  })
}

function decide(
  judge: ChoiceJudge,
  labels: readonly string[],
  question: FieldQuestion,
  problem: Problem,
): number {
  const { ability, chance, sampling, temperature, text, features } = problem
  const scores = judge.judge(text, features).map((score, at) => {
    const purpose = `${question.path} ${labels[at]}`
    const error = (ability.noise + tieBreak) * chance.gumbel(purpose)
    return score + error + (temperature > 0 ? temperature * sampling.gumbel(purpose) : 0)
  })
  const chosen = scores.indexOf(Math.max(...scores))
  problem.findings.push({
    field: question.name,
    value: labels[chosen] ?? '',
    confidence: softmax(scores)[chosen] ?? 0,
    get words() {
      return judge.evidence(text, chosen).slice(0, 3)
    },
    get nearest() {
      return nearestLesson(judge, chosen, problem)
    },
  })
  return Math.max(0, chosen)
}

function nearestLesson(judge: ChoiceJudge, label: number, problem: Problem): string | undefined {
  let nearest: string | undefined
  let highest = 0.1
  for (const lesson of judge.lessons) {
    if (lesson.label !== label) continue
    const alike = similarity(lesson.features, problem.features)
    if (alike > highest) {
      highest = alike
      nearest = lesson.text
    }
  }
  return nearest
}
