// The polyfill as one property of a module: see polyfill.mjs.
exports.browser = require('webextension-polyfill/dist/browser-polyfill.js');
