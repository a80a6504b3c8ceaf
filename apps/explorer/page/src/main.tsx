import { render } from 'preact';
import { Explorer } from './explorer.tsx';

render(<Explorer />, document.body);
