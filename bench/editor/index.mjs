// The module `extensionTestsPath` names: it runs inside the extension host.
import { measureEditor } from './measure-editor.ts';

export const run = () => measureEditor();
