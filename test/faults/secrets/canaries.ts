/** A secret in every place where a program can put one; none may be seen anywhere else. */
export const canaries = {
  key: 'sk-canaryOfTheKey-0123456789',
  environmentKey: 'sk-canaryOfTheEnvironment-0123456789',
  header: 'canaryOfTheHeader/+=0123456789',
  user: 'canaryOfTheUser',
  password: 'canaryOfThePassword@/0123456789',
  query: 'canaryOfTheQuery0123456789',
} as const

/** Every form in which a canary may be written, and what it is then. */
export function traces(text: string): string[] {
  const { user, password } = canaries
  const forms = [
    /canaryOf\w+/gi,
    new RegExp(Buffer.from(`${user}:${password}`).toString('base64').slice(0, 24), 'g'),
  ]
  const found = forms.flatMap((form) => [...text.matchAll(form)])
  return found.map(({ index }) => text.slice(Math.max(0, index - 120), index + 60))
}
