import type { FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Term } from '../../callgraph/terms.ts';
import { namesOf } from './term-root.ts';

/** Last words of names for lists that don't grow with data. */
const small = new Set(
  ('options opts config settings argv args arguments params parameters flags extensions exts types kinds roles permissions scopes features plugins fields columns cols attributes attrs props properties methods headers locales languages langs parts ' +
    'segments formats modes states statuses providers presets rules tabs filters steps levels categories modules aliases operators prefixes suffixes patterns directives modifiers hooks middlewares middleware loaders adapters themes colors sizes ' +
    'units months days weekdays keywords letters chars characters flavors environments envs targets versions platforms browsers engines drivers widgets panels toolbars buttons menus layers axes dimensions series ' +
    'sources addons strategies metrics relations indices indexes uniques checks constraints embeddeds joins selects chain ancestors parents dependencies decorators listeners subscribers handlers tags labels criteria conditions sorts groupings breadcrumbs ' +
    'excludes includes excluded included exclude include ignore ignored ignores allowed disallowed allow deny blacklist whitelist blocklist allowlist denylist skip reserved required supported enabled disabled').split(' '),
);
/** First words of the same. */
const bounded = /^(?:allowed|excluded?|ignored?|included?|skip(?:ped)?|valid|supported|reserved|default|enabled|disabled|required|known|available|selected|special|builtin|internal|standard|common|static|preferred|visible|hidden|sort(?:ed)?By)(?=[A-Z_]|$)/;
const settings = /^(?:options?|opts|config|configuration|settings|flags|argv|process|params|program)$/i;

const lastWord = (name: string): string => (/[A-Z]?[a-z]+$/.exec(name)?.[0] ?? name).toLowerCase();

/** `ALL_TYPES`, `allowedKinds`, `options.exclude`: by its name it does not grow with data. */
export const isSmallByName = (names: readonly string[]): boolean => {
  const name = names.at(-1) ?? '';
  return /^[A-Z][A-Z0-9_]+$/.test(name) || small.has(lastWord(name)) || bounded.test(name) || names.slice(0, -1).some((part) => settings.test(part));
};

/** The list is written out in the code, or named as one that does not grow with data. */
export const isSmall = (linker: Linker, file: FileFacts, term: Term): boolean => {
  const values = linker.values(file, term);
  if (values.length > 0 && values.every((value) => value.kind === 'list' && value.fixed)) return true;
  return isSmallByName(namesOf(file, term).filter((name) => name !== 'this'));
};
