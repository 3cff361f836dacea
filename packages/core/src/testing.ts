export { MockLM, type MockReplies } from './testing/mock-lm.ts'
