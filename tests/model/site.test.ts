import { describe, expect, it } from 'vitest';
import { parseSite } from '../../lib/model/site.ts';

describe('a site as people type it', () => {
  it.each<[string, string]>([
    ['example.com', 'example.com'],
    ['  Example.COM. ', 'example.com'],
    ['www.example.com/', 'www.example.com'],
    ['https://www.example.com/a/b?c=d#e', 'www.example.com'],
    ['HTTP://EXAMPLE.com:80/a', 'example.com'],
    ['example.com/wiki/Talk:Page', 'example.com'],
    ['//example.com/a', 'example.com'],
    ['example.com?q=http://other.example', 'example.com'],
    ['example.com:443', 'example.com'],
    ['example.com:80', 'example.com'],
    ['example.com:8080', 'example.com:8080'],
    ['localhost:3000/page', 'localhost:3000'],
    ['localhost', 'localhost'],
    ['http://intranet/', 'intranet'],
    ['127.0.0.1:8000', '127.0.0.1:8000'],
    ['[::1]:8000', '[::1]:8000'],
    ['https://user:secret@example.com/', 'example.com'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
  ])('%j is %j', (typed, host) => expect(parseSite(typed)).toEqual({ host }));

  it.each<[string, string]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['example', 'incomplete'],
    ['*.example.com', 'wildcard'],
    ['https://*.example.com/*', 'wildcard'],
    ['about:config', 'notTheWeb'],
    ['chrome://settings', 'notTheWeb'],
    ['file:///home/me/page.html', 'notTheWeb'],
    ['javascript:alert(1)', 'notTheWeb'],
    ['data:text/html,hello', 'notTheWeb'],
    ['mailto:me@example.com', 'notTheWeb'],
    ['me@example.com', 'notASite'],
    ['two words.example', 'notASite'],
    ['https://', 'notASite'],
    ['http:///', 'notASite'],
    ['exa<mple>.com', 'notASite'],
    ['1.5', 'notASite'],
    ['999.1.1.1', 'notASite'],
    ['example.com:99999', 'notASite'],
    [`${'a.'.repeat(200)}com`, 'notASite'],
  ])('%j is none: %s', (typed, problem) => expect(parseSite(typed)).toEqual({ problem }));
});
