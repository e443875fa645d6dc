import { h, shallowRef } from 'vue';
import { START, STEPS, TEXTS } from '../state.ts';

export const App = {
  setup() {
    const state = shallowRef(START);
    const send = (step) => {
      state.value = STEPS[step](state.value);
    };
    return () => {
      const { count, tick, surname, items } = state.value;
      return h('main', [
        h('h1', 'Heartstopper, three seasons in'),
        h('p', { id: 'intro' }, [`Charlie ${surname} is played by `, h('b', 'Joe'), ' Locke.']),
        Object.keys(STEPS).map((step) => h('button', { key: step, type: 'button', id: step, onClick: () => send(step) }, step)),
        h('p', { id: 'counted' }, `Counted ${count} times`),
        h('p', { id: 'ticked' }, TEXTS[tick % 3]),
        tick % 2 === 1 ? h('section', [h('p', TEXTS[2])]) : null,
        h(
          'ul',
          items.map(({ id, text }) => h('li', { key: id }, `${id}. ${text}`)),
        ),
      ]);
    };
  },
};
