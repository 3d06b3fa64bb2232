import type { FileFacts, NoteFacts } from '../callgraph/facts.ts';
import type { Term } from '../callgraph/terms.ts';
import { rootOf } from './lists/term-root.ts';

/** `data`: as many as there are users and requests; `person`: so by its name alone; `few`: as many as the program has, or not known. */
export type KeyKind = 'person' | 'data' | 'few';

const lastWords = new Set('id ids url uri token email ip session user username phone slug'.split(' '));
/** What comes before `Id` where a program has few: `senderId`, `themeId`. */
const ofProgram = /(?:type|kind|class|theme|component|plugin|module|template|provider|locale|sender|connection|model|schema|field|file|config|option|rule|command|feature|queue|table|node|language|version|source|target|block|chunk|entry|asset)[_]?(?:id|ids|url|uri|token|user|slug|session)$/i;
const ofPerson = /^(?:user|customer|account|member|visitor|session|request|client)[_]?id$|^(?:access|auth|session|refresh|bearer)[_]?token$|^(?:user)?email(?:address)?$|^(?:remote|client)[_]?ip(?:address)?$/i;
const ofRequests = new Set(['req', 'request', 'ctx']);
const fewOfRequests = /^(?:method|type|kind|lang|language|locale|version|format|protocol|hostname|host|status\w*|sort|order|direction|\w+(?:Type|Kind|Lang|Locale|Version|Format))$/;
/** Types written for what may be anything; others are enumerations, unions of words, or objects. */
const openTypes = /(?:id|uuid|token|url|email|string)$/i;

/** The last name of a key: `userId` of `${userId}`, `url` of `req.url`. */
const lastName = (key: string): string => /[\w$]+(?=\W*$)/.exec(key)?.[0] ?? '';

const lastWord = (name: string): string => name.split(/(?<=[a-z\d])(?=[A-Z])|_/).at(-1)?.toLowerCase() ?? '';

/** `EmailSender` of `(senderId: EmailSender)`. */
const isOfClosedType = (file: FileFacts, key: Term): boolean => {
  const value = key.kind === 'binding' ? file.bindings[key.id] : key;
  const options = value.kind === 'either' ? value.options : [value];
  return options.some((option) => option.kind === 'typed' && option.type.kind === 'named' && !openTypes.test(option.type.path.at(-1) ?? ''));
};

/** Something of the module or of the platform: `Kind.Mail`, `config.id`, `process.env.URL`. */
const isOfModule = (file: FileFacts, root: Term): boolean => {
  if (root.kind !== 'binding') return root.kind === 'global' || root.kind === 'import' || root.kind === 'this';
  return file.bindingPlaces[root.id].functionId === 0;
};

/** How many keys there may be, by where the key comes from and what it is called. */
export const keyKindOf = (file: FileFacts, { terms: { key } }: NoteFacts, text: string): KeyKind => {
  const name = lastName(text);
  const root = rootOf(key);
  if (isOfModule(file, root) || isOfClosedType(file, key) || ofProgram.test(name)) return 'few';
  if (root.kind === 'binding' && key.kind === 'member' && ofRequests.has(file.bindingNames[root.id])) return fewOfRequests.test(name) ? 'few' : 'data';
  if (ofPerson.test(name)) return 'person';
  return lastWords.has(lastWord(name)) ? 'data' : 'few';
};
