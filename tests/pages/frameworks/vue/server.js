import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { App } from './App.js';

export const render = () => renderToString(createSSRApp(App));
