// The module `extensionTestsPath` names: the extension host's Node strips the types of the tests it imports.
import { runMocha } from '../host/run-mocha.ts';

export const run = () => runMocha(import.meta.dirname);
