import { createSSRApp, nextTick } from 'vue';
import { App } from './App.js';

createSSRApp(App).mount('#app');
nextTick(() => document.documentElement.setAttribute('data-done', ''));
