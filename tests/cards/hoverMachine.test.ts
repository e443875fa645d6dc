import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HoverAction, type HoverState, hoverReducer, IDLE } from '../../lib/cards/hoverMachine.ts';

const mara = { show: 'lane', entity: 'mara' };
const tobin = { show: 'lane', entity: 'tobin' };
const otherMara = { show: 'gull', entity: 'mara' };

const dwelling: HoverState = { at: 'dwelling', token: 1, target: mara };
const open: HoverState = { at: 'open', token: 1, target: mara, pinned: false };
const pinned: HoverState = { at: 'open', token: 1, target: mara, pinned: true };
const leaving: HoverState = { at: 'leaving', token: 1, target: mara };

describe('every edge of the diagram', () => {
  it.each<[string, HoverState, HoverAction, HoverState]>([
    ['idle, enter', IDLE, { type: 'enter', target: mara }, dwelling],
    ['idle, enter by focus', IDLE, { type: 'enter', target: mara, now: true }, open],
    ['dwelling, dwelled', dwelling, { type: 'dwelled', token: 1 }, open],
    ['dwelling, leave', dwelling, { type: 'leave' }, { at: 'idle', token: 2 }],
    ['dwelling, enter another', dwelling, { type: 'enter', target: tobin }, { at: 'dwelling', token: 2, target: tobin }],
    ['dwelling, enter the same name of another show', dwelling, { type: 'enter', target: otherMara }, { at: 'dwelling', token: 2, target: otherMara }],
    ['dwelling, focus', dwelling, { type: 'enter', target: mara, now: true }, { at: 'open', token: 2, target: mara, pinned: false }],
    ['dwelling, dismiss', dwelling, { type: 'dismiss' }, { at: 'idle', token: 2 }],
    ['open, leave', open, { type: 'leave' }, { at: 'leaving', token: 1, target: mara }],
    ['open, enter another', open, { type: 'enter', target: tobin }, { at: 'dwelling', token: 2, target: tobin }],
    ['open, focus on another', open, { type: 'enter', target: tobin, now: true }, { at: 'open', token: 2, target: tobin, pinned: false }],
    ['open, pin', open, { type: 'pin', pinned: true }, pinned],
    ['open, go', open, { type: 'go', target: tobin }, { at: 'open', token: 2, target: tobin, pinned: true }],
    ['open, dismiss', open, { type: 'dismiss' }, { at: 'idle', token: 2 }],
    ['pinned, unpin', pinned, { type: 'pin', pinned: false }, open],
    ['pinned, dismiss', pinned, { type: 'dismiss' }, { at: 'idle', token: 2 }],
    ['leaving, graced', leaving, { type: 'graced', token: 1 }, { at: 'idle', token: 2 }],
    ['leaving, enter the same', leaving, { type: 'enter', target: mara }, open],
    ['leaving, enter the card', leaving, { type: 'enterCard' }, open],
    ['leaving, enter another', leaving, { type: 'enter', target: tobin }, { at: 'dwelling', token: 2, target: tobin }],
    ['leaving, focus', leaving, { type: 'enter', target: tobin, now: true }, { at: 'open', token: 2, target: tobin, pinned: false }],
    ['leaving, dismiss', leaving, { type: 'dismiss' }, { at: 'idle', token: 2 }],
  ])('%s', (_, state, action, expected) => {
    expect(hoverReducer(state, action)).toMatchObject(expected);
    expect(hoverReducer(state, action).at).toBe(expected.at);
  });
});

describe('what does not count leaves the very same state', () => {
  it.each<[string, HoverState, HoverAction]>([
    ['idle, leave', IDLE, { type: 'leave' }],
    ['idle, dismiss', IDLE, { type: 'dismiss' }],
    ['idle, pin', IDLE, { type: 'pin', pinned: true }],
    ['idle, go', IDLE, { type: 'go', target: mara }],
    ['idle, enter the card', IDLE, { type: 'enterCard' }],
    ['idle, dwelled', IDLE, { type: 'dwelled', token: 0 }],
    ['idle, graced', IDLE, { type: 'graced', token: 0 }],
    ['dwelling, enter the same', dwelling, { type: 'enter', target: { ...mara } }],
    ['dwelling, enter the card', dwelling, { type: 'enterCard' }],
    ['dwelling, a late timer', dwelling, { type: 'dwelled', token: 0 }],
    ['dwelling, graced', dwelling, { type: 'graced', token: 1 }],
    ['dwelling, pin', dwelling, { type: 'pin', pinned: true }],
    ['dwelling, go', dwelling, { type: 'go', target: tobin }],
    ['open, enter the same', open, { type: 'enter', target: { ...mara } }],
    ['open, dwelled', open, { type: 'dwelled', token: 1 }],
    ['open, graced', open, { type: 'graced', token: 1 }],
    ['open, enter the card', open, { type: 'enterCard' }],
    ['pinned, leave', pinned, { type: 'leave' }],
    ['pinned, enter another', pinned, { type: 'enter', target: tobin }],
    ['leaving, leave', leaving, { type: 'leave' }],
    ['leaving, a late timer', leaving, { type: 'graced', token: 0 }],
    ['leaving, dwelled', leaving, { type: 'dwelled', token: 1 }],
    ['leaving, pin', leaving, { type: 'pin', pinned: true }],
    ['leaving, go', leaving, { type: 'go', target: tobin }],
  ])('%s', (_, state, action) => expect(hoverReducer(state, action)).toBe(state));
});

const target = fc.constantFrom(mara, tobin, otherMara);
const action: fc.Arbitrary<HoverAction> = fc.oneof(
  fc.record({ type: fc.constant('enter' as const), target }),
  fc.record({ type: fc.constant('enter' as const), target, now: fc.boolean() }),
  fc.constantFrom<HoverAction>({ type: 'leave' }, { type: 'enterCard' }, { type: 'dismiss' }),
  fc.record({ type: fc.constantFrom('dwelled' as const, 'graced' as const), token: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ type: fc.constant('pin' as const), pinned: fc.boolean() }),
  fc.record({ type: fc.constant('go' as const), target }),
);

describe('any walk', () => {
  it('never takes a token back, and gives a new one with every new target', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let state: HoverState = IDLE;
        for (const step of actions) {
          const next = hoverReducer(state, step);
          expect(next.token).toBeGreaterThanOrEqual(state.token);
          if (
            'target' in state &&
            'target' in next &&
            next.target !== state.target &&
            (next.target.show !== state.target.show || next.target.entity !== state.target.entity)
          )
            expect(next.token).toBeGreaterThan(state.token);
          state = next;
        }
      }),
    );
  });

  it('can always be closed, and nothing old opens it again', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const states = [IDLE as HoverState];
        for (const step of actions) states.push(hoverReducer(states.at(-1) as HoverState, step));
        const closed = hoverReducer(states.at(-1) as HoverState, { type: 'dismiss' });
        expect(closed.at).toBe('idle');
        for (const { token } of states) for (const type of ['dwelled', 'graced'] as const) expect(hoverReducer(closed, { type, token })).toBe(closed);
      }),
    );
  });
});
