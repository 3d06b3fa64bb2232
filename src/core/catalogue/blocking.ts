/** How long a blocking call holds the event loop: computing for tens of milliseconds, reading or writing a file, asking for a file's facts. */
export type BlockingCost = 'computing' | 'file' | 'look-up';

export interface BlockingFunctions {
  readonly modules: readonly string[];
  readonly names: Readonly<Record<string, BlockingCost>>;
  /** What to call instead. */
  readonly instead: string;
}

const named = (cost: BlockingCost, ...names: string[]): Record<string, BlockingCost> => Object.fromEntries(names.map((name) => [name, cost]));

const files = {
  ...named('file', 'readFileSync', 'writeFileSync', 'appendFileSync', 'copyFileSync', 'cpSync', 'rmSync', 'readdirSync', 'outputFileSync', 'outputJsonSync', 'readJsonSync', 'writeJsonSync', 'copySync', 'removeSync', 'moveSync', 'emptyDirSync'),
  ...named('look-up', 'existsSync', 'statSync', 'lstatSync', 'accessSync', 'mkdirSync', 'unlinkSync', 'renameSync', 'realpathSync', 'ensureDirSync', 'pathExistsSync', 'mkdtempSync', 'openSync', 'closeSync', 'readSync', 'writeSync'),
};

/** Functions that block the event loop, by the packages that export them; a name that only ends in `Sync` is none. */
export const blockingFunctions: readonly BlockingFunctions[] = [
  { modules: ['fs', 'node:fs', 'fs-extra', 'graceful-fs'], names: files, instead: 'Use the function of `fs/promises` and await it.' },
  {
    modules: ['crypto', 'node:crypto'],
    names: named('computing', 'pbkdf2Sync', 'scryptSync', 'generateKeyPairSync', 'generatePrimeSync', 'checkPrimeSync', 'argon2Sync'),
    instead: 'Use the form with a callback (`promisify` it): the work then runs in the thread pool.',
  },
  {
    modules: ['zlib', 'node:zlib'],
    names: named('computing', 'gzipSync', 'gunzipSync', 'deflateSync', 'inflateSync', 'deflateRawSync', 'inflateRawSync', 'unzipSync', 'brotliCompressSync', 'brotliDecompressSync', 'zstdCompressSync', 'zstdDecompressSync'),
    instead: 'Use the form with a callback (`promisify` it) or a stream: the work then runs in the thread pool.',
  },
  {
    modules: ['child_process', 'node:child_process', 'execa', 'cross-spawn'],
    names: named('computing', 'execSync', 'execFileSync', 'spawnSync', 'execaSync', 'execaCommandSync', 'sync'),
    instead: 'Start it with `execFile` or `spawn` and wait for its end.',
  },
  { modules: ['bcrypt', 'bcryptjs', 'bcrypt-nodejs', '@node-rs/bcrypt', '@node-rs/argon2'], names: named('computing', 'hashSync', 'compareSync', 'genSaltSync', 'verifySync'), instead: 'Await the asynchronous form (`compare`, `hash`): it runs in the thread pool.' },
];
