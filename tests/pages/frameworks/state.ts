/** Beyond S1E8, harmless, and beyond S1E8 again. */
export const TEXTS: [string, string, string] = [
  'Tao and Elle kiss in the Louvre, and Charlie faints because he has not been eating.',
  'Yasmin Finney and William Gao deserve a show of their own.',
  "Imogen kisses Sahar at the New Year's party.",
];

export interface State {
  count: number;
  tick: number;
  surname: string;
  items: { id: number; text: string }[];
}

/** What each of the three apps shows. */
export const START: State = { count: 0, tick: 0, surname: 'Spring', items: TEXTS.map((text, i) => ({ id: i + 1, text })) };

/** What their buttons do. */
export const STEPS: Record<string, (state: State) => State> = {
  count: (state) => ({ ...state, count: state.count + 1 }),
  tick: (state) => ({ ...state, tick: state.tick + 1 }),
  add: (state) => ({ ...state, items: [...state.items, { id: state.items.length + state.count + 100, text: TEXTS[state.items.length % 3] as string }] }),
  turn: (state) => ({ ...state, items: [...state.items.slice(1), ...state.items.slice(0, 1)] }),
  remove: (state) => ({ ...state, items: state.items.slice(1) }),
  rewrite: (state) => ({ ...state, items: state.items.map(({ id, text }) => ({ id, text: TEXTS[(TEXTS.indexOf(text) + 1) % 3] as string })) }),
};
