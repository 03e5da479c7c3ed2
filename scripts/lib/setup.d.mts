// Types of what the tests use of setup.mjs.
export const ROOT: string;
export function distOf(target: "chrome" | "firefox"): string;
