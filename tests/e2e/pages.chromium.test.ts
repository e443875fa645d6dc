import { openChromiumWithSofar, openPlainChromium } from './support/chromiumCases.ts';
import { runPageCases } from './support/runPageCases.ts';

runPageCases('chromium', openChromiumWithSofar, openPlainChromium);
