/** Things by what they have in common, each group in the order of the things. */
export function grouped<Key, Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => Key): Map<Key, Group<Thing>> {
  const groups = new Map<Key, Group<Thing>>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

export type Group<Thing> = [Thing, ...Thing[]];
