// Types of what the tests use of expression.mjs.
export function until<T>(probe: () => T | Promise<T>, what: string, timeout?: number): Promise<NonNullable<T>>;
