import { render } from 'preact';
import { language, t } from '../../lib/i18n.ts';
import { Welcome } from './Welcome.tsx';

document.documentElement.lang = language();
document.title = t('welcomeTitle');
render(<Welcome />, document.getElementById('app') as HTMLElement);
