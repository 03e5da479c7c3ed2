// Turns a function and JSON arguments into source text that any browser's protocol can evaluate.

/** `task` is a function (closed over nothing) or a string that is an expression. */
export const expressionOf = (task, args) =>
  typeof task === "function" ? `(${task})(${args.map((arg) => JSON.stringify(arg) ?? "undefined").join(", ")})` : task;

/** Waits until `probe` gives a truthy value, asking every 40 ms; throws with the last answer after `timeout` ms. */
export async function until(probe, what, timeout = 15_000) {
  const end = Date.now() + timeout;
  let last;
  do {
    try {
      last = await probe();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  } while (Date.now() < end);
  throw new Error(
    `waited ${timeout} ms for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
}
