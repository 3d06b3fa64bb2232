import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { runCli } from '../cli/run-cli.ts';
import { loadersDir, nodeBinary, type NodeMajor } from '../helpers/test-cache.ts';

const programs = join(import.meta.dirname, '..', '..', 'bench', 'accuracy');
/** Generous: these runs are short. Counted in samples, which a busy machine disturbs less than time; the benchmark holds the real bar. */
const bound = 0.15;
/**
 * On a busy machine V8's compiler threads starve. Code then stays in the middle compiler, which tells of a loop only the line where it begins,
 * or is interpreted for most of so short a run, with ticks on the line of the call. So all is compiled in the program's own thread.
 */
const compileInTurn = "setFlagsFromString('--no-concurrent-recompilation'); setFlagsFromString('--no-concurrent-osr');";

interface Route {
  readonly name: string;
  /** In bench/accuracy. */
  readonly program: string;
  readonly nodes: readonly NodeMajor[];
  /** Packages the project has. */
  readonly packages?: readonly string[];
  readonly esm?: boolean;
  readonly mapping?: 'exact' | 'function';
}

const tsNode = { packages: ['ts-node', 'typescript', '@types'], program: 'enum.ts' };
const swc = { packages: ['@swc-node/register', 'typescript'], program: 'enum.ts' };
const routes: readonly Route[] = [
  { name: 'plain JavaScript', program: 'plain.mjs', nodes: [20] },
  { name: 'Node\'s type stripping', program: 'stripped.mts', nodes: [22, 24, 26] },
  { name: 'tsx, CommonJS', program: 'enum.ts', packages: ['tsx'], nodes: [18, 20, 24] },
  { name: 'tsx, ES modules', program: 'enum.ts', packages: ['tsx'], esm: true, nodes: [22, 26] },
  { name: 'tsx, ES modules, at function level', program: 'enum.ts', packages: ['tsx'], esm: true, nodes: [20], mapping: 'function' },
  { name: 'ts-node, CommonJS', ...tsNode, nodes: [18, 26] },
  { name: 'ts-node, ES modules', ...tsNode, esm: true, nodes: [20, 26] },
  { name: 'swc, CommonJS', ...swc, nodes: [18, 24] },
  { name: 'swc, ES modules', ...swc, esm: true, nodes: [20, 22, 26] },
  { name: 'esbuild-register', program: 'enum.ts', packages: ['esbuild-register'], nodes: [18, 22, 26] },
];

interface Row {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly samples: number;
  readonly mapping: string;
}
interface Result {
  readonly recordings: readonly { readonly label: string }[];
  readonly functions: readonly Row[];
  readonly lines: readonly { readonly file: string; readonly line: number; readonly samples: number }[];
  readonly problems: readonly { readonly code: string }[];
}

/** The function above the line that must come first. */
const hottestOf = (source: readonly string[]): string => /function (\w+)/.exec(source.slice(0, source.findIndex((text) => text.endsWith('// hottest'))).findLast((text) => text.startsWith('function ')) ?? '')?.[1] ?? '';

describe('TypeScript, run for real', () => {
  let home = '';
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'flameline routes ')));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const install = (packages: readonly string[]): void => {
    for (const name of packages) {
      const path = join(home, 'node_modules', name);
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(join(loadersDir(), 'node_modules', name), path, 'junction');
    }
  };

  /** In the project's folder, with as many lines as before; its text. */
  const copyProgram = (program: string): string => {
    const source = readFileSync(join(programs, program), 'utf8');
    const text = source.replace(/^setFlagsFromString\(.*$/m, (own) => `${own} ${compileInTurn}`).replace(/^\/\/ .*/, `import { setFlagsFromString } from 'node:v8'; ${compileInTurn}`);
    assert.ok(text.includes(compileInTurn));
    writeFileSync(join(home, program), text);
    return text;
  };

  const profile = async (file: string, node: NodeMajor): Promise<Result> => {
    const { code, stdout, stderr } = await runCli(['profile', file, '--format', 'json', '--top', '0', '--node', nodeBinary(node), '--', '1', '0.5'], { cwd: home });
    assert.equal(code, 0, stderr);
    const result: Result = JSON.parse(stdout);
    return result;
  };

  /** The program's own comments say what is true: see bench/accuracy. */
  const check = ({ functions, lines }: Result, program: string, mapping: string): void => {
    const source = readFileSync(join(programs, program), 'utf8').split('\n');
    const own = functions.filter(({ file }) => file === program);
    const truth = new Map(source.flatMap((text) => {
      const found = /function (\w+).*\/\/ share (\d+)/.exec(text);
      return found ? [[found[1], Number(found[2]) / 100]] : [];
    }));
    const counted = own.filter(({ name }) => truth.has(name));
    const whole = counted.reduce((sum, { samples }) => sum + samples, 0);
    for (const { name, samples, line } of counted) {
      const share = truth.get(name) ?? 0;
      assert.ok(Math.abs(samples / whole - share) < bound, `${name} has ${samples / whole}, not ${share}`);
      assert.ok(source[line - 1].includes(`function ${name}`), `${name} stands at line ${line}`);
    }
    assert.equal(counted.find(({ name }) => name === hottestOf(source))?.mapping, mapping);
    const hottest = Math.max(...lines.filter(({ file }) => file === program).map(({ samples }) => samples));
    const line = lines.find(({ file, samples }) => file === program && samples === hottest)?.line ?? 0;
    assert.match(source[line - 1], mapping === 'exact' ? /\/\/ hottest$/ : /function heavy/);
  };

  for (const { name, program, nodes, packages = [], esm = false, mapping = 'exact' } of routes) {
    for (const node of nodes) {
      it(`finds the hottest function and line through ${name} on Node ${node}`, async () => {
        install(packages);
        writeFileSync(join(home, 'package.json'), esm ? '{ "type": "module" }' : '{}');
        writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: { module: esm ? 'nodenext' : 'commonjs', moduleResolution: esm ? 'nodenext' : 'node', target: 'es2022', strict: true, types: ['node'], sourceMap: true } }));
        copyProgram(program);
        const result = await profile(program, node);
        check(result, program, mapping);
        assert.deepEqual(result.recordings.map(({ label }) => label), [program]);
        assert.equal(result.problems.some(({ code }) => code === 'loader-function-level'), mapping === 'function');
      }).timeout(60_000);
    }
  }

  it('finds the hottest function and line through tsc and its map on Node 20', async () => {
    const { outputText, sourceMapText } = ts.transpileModule(copyProgram('enum.ts'), { fileName: 'enum.ts', compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, sourceMap: true } });
    mkdirSync(join(home, 'dist'));
    writeFileSync(join(home, 'package.json'), '{}');
    writeFileSync(join(home, 'dist', 'enum.js'), outputText);
    writeFileSync(join(home, 'dist', 'enum.js.map'), JSON.stringify({ ...JSON.parse(sourceMapText ?? ''), sources: ['../enum.ts'] }));
    check(await profile('dist/enum.js', 20), 'enum.ts', 'exact');
  }).timeout(60_000);

  for (const node of [18, 24] as const) {
    it(`runs a .jsx file through tsx on Node ${node}, its lines as written`, async () => {
      install(['tsx']);
      writeFileSync(join(home, 'package.json'), '{}');
      writeFileSync(join(home, 'view.jsx'), `const React = { createElement: (...parts) => parts.length };

function Row({ until }) {
  let sum = 0;
  while (Date.now() < until) for (let i = 0; i < 1e5; i++) sum += Math.sqrt(i) % 7;
  return sum;
}
console.log(<b title="x">y</b>, Row({ until: Date.now() + 300 }));
`);
      const { functions } = await profile('view.jsx', node);
      const row = functions.find(({ file, name }) => file === 'view.jsx' && name === 'Row');
      assert.deepEqual({ line: row?.line, mapping: row?.mapping }, { line: 3, mapping: 'exact' });
    }).timeout(60_000);
  }

  for (const node of [20, 24, 26] as const) {
    it(`counts an inlined callee for itself on Node ${node}`, async () => {
      writeFileSync(join(home, 'package.json'), '{}');
      copyProgram('inlined.mjs');
      check(await profile('inlined.mjs', node), 'inlined.mjs', 'exact');
    }).timeout(60_000);
  }
});
