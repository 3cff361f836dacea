/** The same object type written out, so that editors show its members. */
export type Flatten<T> = { [K in keyof T]: T[K] } & {}
