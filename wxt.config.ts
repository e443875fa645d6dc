import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { packAssets } from './scripts/packs/packAssets.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact()],
    resolve: { alias: [{ find: /^webextension-polyfill$/, replacement: new URL('lib/browser/polyfill.mjs', import.meta.url).pathname }] },
    build: { target: ['chrome134', 'firefox140'] },
  }),
  hooks: {
    // The packs are written in YAML and shipped as one compact file a show.
    'build:publicAssets': (_, files) => {
      files.push(...packAssets());
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: { 16: '/icons/16.png', 32: '/icons/32.png', 48: '/icons/48.png', 96: '/icons/96.png', 128: '/icons/128.png' },
    permissions: ['storage', 'contextMenus'],
    // Without keys of their own: Chromium keeps some of ours for itself, so pages listen to those. Here are others to be chosen.
    commands: {
      'step-forward': { description: '__MSG_commandStepForward__' },
      'step-back': { description: '__MSG_commandStepBack__' },
      'toggle-revealed': { description: '__MSG_commandToggleRevealed__' },
    },
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'sofar@sofar.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : // The first in which highlights take their style from the root.
        { minimum_chrome_version: '134' }),
  }),
});
