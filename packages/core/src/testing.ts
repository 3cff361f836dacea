export { MockLM, type MockReplies, type MockReply } from './testing/mock-lm.ts'
