import assert from 'node:assert/strict';
import { parseOptions, readChoice, readNumber, readPaths } from '../../../src/cli/parse-options.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';

const kinds = { top: 'value', format: 'value', help: 'flag' } as const;
const parse = (...args: readonly string[]) => parseOptions('show', args, kinds);
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error.message;
  }
  return 'it was taken';
};

describe('The options of a command', () => {
  it('may stand before, between and behind the files', () => {
    const { values, flags, positionals, rest } = parse('--top', '3', 'a', '--help', 'b', '--format=json');
    assert.deepEqual([[...values], [...flags], positionals, rest], [[['top', '3'], ['format', 'json']], ['help'], ['a', 'b'], []]);
  });

  it('end at --, whatever stands behind it', () => {
    const { values, positionals, rest } = parse('a', '--', '--top', '3', '--', '--nonsense');
    assert.deepEqual([values.size, positionals, rest], [0, ['a'], ['--top', '3', '--', '--nonsense']]);
  });

  it('count by the last one given', () => {
    assert.equal(parse('--top', '3', '--top=4').values.get('top'), '4');
  });

  it('are refused by the name as it was written when nobody knows them', () => {
    assert.equal(refusal(() => parse('--colour')), 'Unknown option --colour; `flameline show --help` lists the options');
    assert.match(refusal(() => parse('-x')), /^Unknown option -x;/);
    for (const name of ['__proto__', 'constructor', 'toString']) assert.match(refusal(() => parse(`--${name}=1`)), new RegExp(`^Unknown option --${name};`));
  });

  it('need their value, and flags none', () => {
    for (const args of [['--top'], ['--top='], ['--top', ''], ['--top', '--help']]) assert.equal(refusal(() => parse(...args)), '--top needs a value');
    assert.equal(refusal(() => parse('--help=yes')), '--help takes no value');
  });

  it('may have a value that begins with dashes when it is written with =', () => {
    assert.equal(parse('--format=--json').values.get('format'), '--json');
  });
});

describe('A number of the command line', () => {
  const range = { min: 0, max: 100, whole: true, unit: 'milliseconds' };
  const read = (text: string, more: Partial<typeof range> = {}) => readNumber(parse(`--top=${text}`), 'top', { ...range, ...more });

  it('is none when it was not given', () => {
    assert.equal(readNumber(parse(), 'top', range), undefined);
  });

  it('reaches to both ends of its range', () => {
    assert.deepEqual([read('0'), read('100'), read('0.5', { whole: false }), read('-3', { min: -5 })], [0, 100, 0.5, -3]);
  });

  it('is refused with its range when it is another, or none', () => {
    const sentence = (text: string): string => `--top must be a whole number of milliseconds from 0 to 100, not "${text}"`;
    for (const text of ['-1', '101', '1.5', '1e1', '0x10', 'ten', 'Infinity', 'NaN', ' 5', '5 ', '1_0', '.5', '5.']) assert.equal(refusal(() => read(text)), sentence(text));
    assert.match(refusal(() => read('a', { whole: false, unit: '' })), /^--top must be a number from 0 to 100,/);
  });
});

describe('A choice of the command line', () => {
  const read = (...args: readonly string[]) => readChoice(parse(...args), 'format', ['text', 'json', 'markdown'], 'text');

  it('is the usual one, or the one that was named', () => {
    assert.deepEqual([read(), read('--format', 'json')], ['text', 'json']);
  });

  it('is refused with all there are, in its exact spelling', () => {
    assert.equal(refusal(() => read('--format=JSON')), '--format must be text, json or markdown, not "JSON"');
  });
});

describe('The paths of a command', () => {
  it('are those before and behind --', () => {
    assert.deepEqual(readPaths(parse('a', '--top', '3', '--', '-b')), ['a', '-b']);
  });

  it('are refused when one is empty, on either side', () => {
    for (const args of [['a', ''], ['--', '']]) assert.match(refusal(() => readPaths(parse(...args))), /^An empty path was given/);
  });
});
