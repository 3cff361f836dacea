export { default } from '../../shared.vitest.config.ts'
