import { type Factor, factors } from './difference.ts';

/** Somewhere between two months: for each factor, whether it is as in the later one already. */
export type State = Readonly<Record<Factor, boolean>>;

/** Every state in which some factors may move and the others stay; as `shapley` numbers them. */
export function statesOf(moving: readonly Factor[]): readonly State[] {
  return Array.from({ length: 2 ** moving.length }, (_, set) => {
    const isOn = (factor: Factor) => {
      const bit = moving.indexOf(factor);
      return bit >= 0 && (set & (1 << bit)) !== 0;
    };
    // Made of all factors, so no key is missing.
    return Object.fromEntries(factors.map((factor) => [factor, isOn(factor)])) as Record<Factor, boolean>;
  });
}

/** A set of moving factors as a set of the fewer that move in one place. */
export function restrict(set: number, moving: readonly Factor[], fewer: readonly Factor[]): number {
  return fewer.reduce((rest, factor, bit) => rest | (((set >> moving.indexOf(factor)) & 1) << bit), 0);
}

/** How records stand between two months. */
export const groups = [
  'unchanged',
  'entered',
  'left',
  'before-edit',
  'after-edit',
  // What is read otherwise because the period has moved, or the settings are others.
  'before-window',
  'after-window',
  'before-settings',
  'after-settings',
] as const;
export type Group = (typeof groups)[number];

/** Whether the records of a group are there in a state. */
export function isThere(group: Group, state: State): boolean {
  switch (group) {
    case 'unchanged':
      return true;
    case 'entered':
      return state.entered;
    case 'left':
      return !state.left;
    case 'before-edit':
      return !state.edited;
    case 'after-edit':
      return state.edited;
    case 'before-window':
      return !state.window;
    case 'after-window':
      return state.window;
    case 'before-settings':
      return !state.settings;
    case 'after-settings':
      return state.settings;
  }
}
