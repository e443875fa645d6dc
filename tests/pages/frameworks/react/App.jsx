/** @jsxImportSource react */
import { useReducer } from 'react';
import { START, STEPS, TEXTS } from '../state.ts';

export function App() {
  const [state, send] = useReducer((before, step) => STEPS[step](before), START);
  return (
    <main>
      <h1>Heartstopper, three seasons in</h1>
      <p id="intro">
        Charlie {state.surname} is played by <b>Joe</b> Locke.
      </p>
      {Object.keys(STEPS).map((step) => (
        <button key={step} type="button" id={step} onClick={() => send(step)}>
          {step}
        </button>
      ))}
      <p id="counted">Counted {state.count} times</p>
      <p id="ticked">{TEXTS[state.tick % 3]}</p>
      {state.tick % 2 === 1 && (
        <section>
          <p>{TEXTS[2]}</p>
        </section>
      )}
      <ul>
        {state.items.map(({ id, text }) => (
          <li key={id}>
            {id}. {text}
          </li>
        ))}
      </ul>
    </main>
  );
}
