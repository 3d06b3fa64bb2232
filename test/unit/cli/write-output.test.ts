import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeOutput } from '../../../src/cli/write-output.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

describe('Writing a file of the command line', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flameline write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const pieces = function* (...texts: readonly string[]): Generator<Uint8Array> {
    for (const text of texts) yield Buffer.from(text);
  };

  it('puts the pieces together, and takes the place of what was there', async () => {
    const file = join(folder, 'out');
    writeFileSync(file, 'before');
    assert.equal(await writeOutput(pieces('one ', 'two ', 'three'), file), null);
    assert.deepEqual([readFileSync(file, 'utf8'), readdirSync(folder)], ['one two three', ['out']]);
  });

  it('writes an empty file when there are no pieces', async () => {
    assert.equal(await writeOutput(pieces(), join(folder, 'out')), null);
    assert.equal(readFileSync(join(folder, 'out'), 'utf8'), '');
  });

  it('says why it can not be written, and leaves nothing behind', async () => {
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'file'), '');
    assert.equal(await writeOutput(pieces('x'), join(folder, 'none', 'out')), "It can't be written: its folder does not exist");
    assert.equal(await writeOutput(pieces('x'), join(folder, 'file', 'out')), "It can't be written: its folder is a file");
    assert.equal(await writeOutput(pieces('x'), join(folder, 'taken')), "It can't be written: it is a folder");
    assert.deepEqual(readdirSync(folder).sort(), ['file', 'taken']);
  });

  it('leaves a file of the same name as its part alone, which is not ours', async () => {
    const part = `out.${process.pid}.part`;
    writeFileSync(join(folder, part), 'theirs');
    assert.equal(await writeOutput(pieces('x'), join(folder, 'out')), "It can't be written: EEXIST");
    assert.equal(readFileSync(join(folder, part), 'utf8'), 'theirs');
  });

  it('takes the part away when the pieces end in an error', async () => {
    const broken = function* (): Generator<Uint8Array> {
      yield Buffer.from('one');
      throw new Error('no more');
    };
    assert.equal(await writeOutput(broken(), join(folder, 'out')), "It can't be written: unknown error");
    assert.deepEqual(readdirSync(folder), []);
  });

  it('listens for signals only while it writes', async () => {
    const count = (): number[] => signals.map((signal) => process.listenerCount(signal));
    const before = count();
    const during: number[][] = [];
    const watched = function* (): Generator<Uint8Array> {
      during.push(count());
      yield Buffer.from('one');
      during.push(count());
    };
    await writeOutput(watched(), join(folder, 'out'));
    assert.deepEqual(during, [before, before.map((listeners) => listeners + 1)]);
    assert.deepEqual(count(), before);
  });

  if (process.platform !== 'win32') {
    for (const signal of signals) {
      it(`dies of ${signal} as it would have, without its part`, () => {
        const module = pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'write-output.ts'));
        // It would write for ever.
        const program = `import { writeOutput } from ${JSON.stringify(module.href)};
          function* pieces() {
            yield Buffer.from('x');
            process.kill(process.pid, '${signal}');
            for (;;) yield Buffer.from('x');
          }
          await writeOutput(pieces(), 'out');`;
        const end = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder, timeout: 20_000, killSignal: 'SIGKILL' });
        assert.deepEqual([end.signal, readdirSync(folder)], [signal, []], end.stderr.toString());
      });
    }
  }
});
