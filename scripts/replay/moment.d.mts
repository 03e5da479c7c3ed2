// Types of the command line's times, for the tests.
export function momentOfText(text: string): number | null;
