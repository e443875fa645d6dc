/** @jsxImportSource react */
import { hydrateRoot } from 'react-dom/client';
import { App } from './App.jsx';

hydrateRoot(document.querySelector('#app'), <App />, { onRecoverableError: (error) => console.error(error) });
// Effects have run by then.
setTimeout(() => document.documentElement.setAttribute('data-done', ''), 200);
