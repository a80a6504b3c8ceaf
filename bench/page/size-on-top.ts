import './size-base.ts';
import './size-alone.ts';
