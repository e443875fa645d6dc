import { flushSync, hydrate } from 'svelte';
import App from './App.svelte';

hydrate(App, { target: document.querySelector('#app') });
flushSync();
document.documentElement.setAttribute('data-done', '');
