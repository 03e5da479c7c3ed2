// Work that takes a while, in steps: whoever has it done may draw a screen and take clicks in between.

/** Yields where one may pause; returns what the work gives. */
export type Steps<Result> = Generator<undefined, Result>;

/** All steps without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
