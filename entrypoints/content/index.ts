import { defineContentScript } from 'wxt/utils/define-content-script';
import './page.css';
import { startPage } from './startPage.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main: (ctx) => startPage(ctx),
});
