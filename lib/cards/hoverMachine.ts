/**
 * The hover card's state machine: pure, with tokens. Every opening gets a new token; what comes back with an old
 * one (a timer, an answer) is dropped.
 *
 *   idle ──enter──▶ dwelling ──dwelled──▶ open ──leave──▶ leaving ──graced──▶ idle
 *                      │ leave               ▲               │
 *                      ▼                     └─ enter (same target or the card)
 *                     idle              pinned: leave does nothing; dismiss always closes
 */

/** Rest on a name for so long opens its card, in milliseconds: shorter opens cards that nobody asked for. */
export const DWELL_MS = 500;
/** So long the card waits for the pointer to come back or to reach it, in milliseconds. */
export const GRACE_MS = 300;

export interface HoverTarget {
  show: string;
  entity: string;
}

export type HoverState =
  | { at: 'idle'; token: number }
  | { at: 'dwelling'; token: number; target: HoverTarget }
  | { at: 'open'; token: number; target: HoverTarget; pinned: boolean }
  | { at: 'leaving'; token: number; target: HoverTarget };

export type HoverAction =
  /** The pointer rests on a name, or focus reached it (`now`: no dwell). */
  | { type: 'enter'; target: HoverTarget; now?: boolean }
  /** The pointer is on no name and not on the card. */
  | { type: 'leave' }
  /** The pointer is on the card. */
  | { type: 'enterCard' }
  | { type: 'dwelled'; token: number }
  | { type: 'graced'; token: number }
  | { type: 'pin'; pinned: boolean }
  /** The open card shows another entity. */
  | { type: 'go'; target: HoverTarget }
  /** Esc, a click outside, a scroll by touch, or the name is gone. */
  | { type: 'dismiss' };

export const IDLE: HoverState = { at: 'idle', token: 0 };

const isSame = (a: HoverTarget, b: HoverTarget) => a.show === b.show && a.entity === b.entity;

/** The state after an action. Unchanged (the same object) where the action does not count. */
export function hoverReducer(state: HoverState, action: HoverAction): HoverState {
  const token = state.token + 1;
  switch (action.type) {
    case 'enter':
      if (action.now) return { at: 'open', token, target: action.target, pinned: false };
      if (state.at === 'open') return state.pinned || isSame(state.target, action.target) ? state : { at: 'dwelling', token, target: action.target };
      if (state.at === 'leaving' && isSame(state.target, action.target)) return { at: 'open', token: state.token, target: state.target, pinned: false };
      if (state.at === 'dwelling' && isSame(state.target, action.target)) return state;
      return { at: 'dwelling', token, target: action.target };
    case 'leave':
      if (state.at === 'dwelling') return { at: 'idle', token };
      return state.at === 'open' && !state.pinned ? { ...state, at: 'leaving' } : state;
    case 'enterCard':
      return state.at === 'leaving' ? { at: 'open', token: state.token, target: state.target, pinned: false } : state;
    case 'dwelled':
      return state.at === 'dwelling' && state.token === action.token ? { at: 'open', token: state.token, target: state.target, pinned: false } : state;
    case 'graced':
      return state.at === 'leaving' && state.token === action.token ? { at: 'idle', token } : state;
    case 'pin':
      return state.at === 'open' ? { ...state, pinned: action.pinned } : state;
    case 'go':
      return state.at === 'open' ? { ...state, token, target: action.target, pinned: true } : state;
    case 'dismiss':
      return state.at === 'idle' ? state : { at: 'idle', token };
  }
}
