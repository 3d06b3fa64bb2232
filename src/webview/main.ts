import { runAsEngine } from './engine/start-engine.ts';
import { startPage } from './shell/start-page.ts';

// The same script is the page and, without a document, the worker the page starts from it.
if (typeof document === 'undefined') runAsEngine();
else startPage();
