import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from './startBackground.ts';

export default defineBackground({ type: 'module', main: startBackground });
