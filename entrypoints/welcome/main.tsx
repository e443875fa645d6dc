import { render } from 'preact';
import { Welcome } from './Welcome.tsx';

render(<Welcome />, document.getElementById('app') as HTMLElement);
