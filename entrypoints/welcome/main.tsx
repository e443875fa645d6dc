import { render } from 'preact';
import { t } from '../../lib/i18n.ts';
import { Welcome } from './Welcome.tsx';

document.title = t('welcomeTitle');
render(<Welcome />, document.getElementById('app') as HTMLElement);
