/** Files whose loops are not on the way of a user's request; `source` for all others. */
export const fileRoles = ['source', 'test', 'migration', 'seed', 'script', 'example', 'configuration'] as const;
export type FileRole = (typeof fileRoles)[number];

const roles: readonly (readonly [FileRole, RegExp])[] = [
  ['test', /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|fixtures?|mocks?|cypress|playwright|test-?utils?|testing|integration-tests?|stories)\/|\.(?:test|tests|spec|e2e|e2e-spec|stories|mock|bench)\.[cm]?[jt]sx?$|(?:^|\/)(?:(?:jest|vitest)[.-]|global-?(?:setup|teardown)\.)/i],
  ['migration', /(?:^|\/)(?:[\w-]*migrations?|migrate|upgrades?)\/|\.migration\.|(?:^|\/)migrat(?:e|ion)[\w-]*\.[cm]?[jt]s$/i],
  ['seed', /(?:^|\/)(?:seeds?|seeders?|seeding|fixtures|factories)\/|(?:^|\/|\.)seed(?:er|s|ing)?[\w-]*\.[cm]?[jt]s$|-seeder?\.[cm]?[jt]s$/i],
  ['script', /(?:^|\/)(?:scripts?|bin|tools?|tooling|benchmarks?|bench|hack|devtools|\.github)\//i],
  ['example', /(?:^|\/)(?:examples?|demos?|samples?|playgrounds?|sandbox|docs?)\//i],
  ['configuration', /(?:^|\/)[\w-]+\.config\.[cm]?[jt]s$|(?:^|\/)(?:gulpfile|gruntfile|webpack[\w.-]*)\.[cm]?[jt]s$/i],
];

/** What a file is for, by its path relative to the scan's root. */
export const fileRole = (path: string): FileRole => roles.find(([, pattern]) => pattern.test(path))?.[0] ?? 'source';
