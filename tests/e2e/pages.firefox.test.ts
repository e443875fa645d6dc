import { openFirefoxWithSofar, openPlainFirefox } from './support/firefoxCases.ts';
import { runPageCases } from './support/runPageCases.ts';

runPageCases('firefox', openFirefoxWithSofar, openPlainFirefox);
