// A value worked out on first use and kept.

/** `make` is called at most once, when the value is first asked for; where it throws, the next call tries again. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
