import { render } from 'preact';
import { language, t } from '../../lib/i18n.ts';
import { Options } from './Options.tsx';

document.documentElement.lang = language();
document.title = t('settingsTitle');
render(<Options />, document.getElementById('app') as HTMLElement);
