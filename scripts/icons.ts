import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser/findBrowser.ts';

/** Draws the pictures of public/icons from the icon.svg of each folder. Chromium draws them: it is needed for the tests anyway. */
const ICONS = new URL('../public/icons/', import.meta.url).pathname;

/** The toolbar takes 16, 32 and 48 pixels, whatever the screen; the lists and stores of browsers take the larger ones of the extension's own icon. */
const FOLDERS = { '': [16, 32, 48, 96, 128], 'off/': [16, 32, 48], 'paused/': [16, 32, 48] };

const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const [folder, sizes] of Object.entries(FOLDERS))
  for (const size of sizes) {
    const svg = readFileSync(`${ICONS}${folder}icon.svg`, 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" `);
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0; } svg { display: block; }</style>${svg}`);
    const path = `${ICONS}${folder}${size}.png`;
    await page.screenshot({ path, omitBackground: true });
    console.log(path);
  }
await browser.close();
