// Groups things by what they have in common.

/** What a map holds for a key; made where it holds nothing yet. */
export function obtain<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Gives every name a number of its own, from 0 on. */
export function numbers(): (name: string) => number {
  const known = new Map<string, number>();
  return (name) => {
    let number = known.get(name);
    if (number === undefined) {
      number = known.size;
      known.set(name, number);
    }
    return number;
  };
}

/** By key, in the order in which keys and things first came. */
export function groupBy<Thing, Key>(things: Iterable<Thing>, keyOf: (thing: Thing) => Key): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) obtain(groups, keyOf(thing), () => []).push(thing);
  return groups;
}
