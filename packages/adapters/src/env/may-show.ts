import type { Environment } from '../internal/environment.ts'

const longestShown = 40
/** A secret that is shorter than this stands in other words by chance. */
const shortestSecret = 8
const looksLikeKey = /^[a-z]{2,5}[-_]\w{8}/i
const holdsPassword = /:\/\/[^/\s]*@/

/** Whether an error may show a value: a key that was put into the wrong variable must not be seen. */
export function mayShow(text: string, env: Environment): boolean {
  if (text.length > longestShown || looksLikeKey.test(text) || holdsPassword.test(text))
    return false
  const isSecret = ([name, value]: [string, string | undefined]): boolean => {
    const secret = /(KEY|TOKEN|SECRET|PASSWORD)$/.test(name) ? (value?.trim() ?? '') : ''
    return secret === text || (secret.length >= shortestSecret && text.includes(secret))
  }
  return !Object.entries(env).some(isSecret)
}
