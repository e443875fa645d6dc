import { render } from 'preact';
import { t } from '../../lib/i18n.ts';
import { Options } from './Options.tsx';

document.title = t('settingsTitle');
render(<Options />, document.getElementById('app') as HTMLElement);
