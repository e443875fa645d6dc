// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { TitleGuard } from '../../lib/page/titleGuard.ts';

describe('the guard of the title', () => {
  let guard: TitleGuard;

  beforeEach(() => {
    document.title = 'Who dies in the end';
    guard = new TitleGuard(() => 'Covered');
  });

  it('covers the title, knows the page’s own, and gives it back', () => {
    guard.setCovered(true);
    expect(document.title).toBe('Covered');
    expect(guard.title).toBe('Who dies in the end');
    guard.setCovered(true);
    expect(guard.title).toBe('Who dies in the end');
    guard.setCovered(false);
    expect(document.title).toBe('Who dies in the end');
  });

  it('leaves a title alone that the page has set in the meantime', () => {
    guard.setCovered(true);
    document.title = 'Bread';
    expect(guard.title).toBe('Bread');
    guard.setCovered(false);
    expect(document.title).toBe('Bread');
  });

  it('covers a new title too', () => {
    guard.setCovered(true);
    document.title = 'Who marries whom';
    guard.setCovered(true);
    expect(document.title).toBe('Covered');
    expect(guard.title).toBe('Who marries whom');
  });

  it('writes nothing where nothing is covered', () => {
    guard.setCovered(false);
    expect(document.title).toBe('Who dies in the end');
  });
});
