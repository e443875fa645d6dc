// In place of `webextension-polyfill` itself. What is imported of a CommonJS module is copied property by property. Of the
// browser's own object, which the polyfill hands on where there is one, that would set up every interface of the browser, on
// every page.
export { browser as default } from './polyfill.cjs';
