import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../lib/page/highlights.css';
import { startPage } from './startPage.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  // Pages would hear of it. Another Sofar hears of it without.
  noScriptStartedPostMessage: true,
  main: (ctx) => startPage(ctx),
});
