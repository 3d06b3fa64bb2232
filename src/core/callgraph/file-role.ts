/** Files whose loops are not on the way of a user's request; `source` for all others. */
export const fileRoles = ['source', 'test', 'migration', 'seed', 'script', 'example', 'configuration'] as const;
export type FileRole = (typeof fileRoles)[number];

const roles: readonly (readonly [FileRole, RegExp])[] = [
  ['test', /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|fixtures?|mocks?|cypress|playwright|test-?utils?|testing|integration-tests?|stories)\/|\.(?:test|tests|spec|e2e|e2e-spec|stories|mock|bench)\.[cm]?[jt]sx?$|(?:^|\/)(?:(?:jest|vitest)[.-]|global-?(?:setup|teardown)\.)/i],
  ['migration', /(?:^|\/)(?:[\w-]*migrations?|migrations?-[\w-]+|migrate|upgrades?)\/|\.migration\.|(?:^|\/)migrat(?:e|ion)[\w-]*\.[cm]?[jt]s$/i],
  ['seed', /(?:^|\/)(?:seeds?|seeders?|seeding|fixtures|factories)\/|(?:^|\/|\.)seed(?:er|s|ing)?[\w-]*\.[cm]?[jt]s$|-seeder?\.[cm]?[jt]s$/i],
  ['script', /(?:^|\/)(?:scripts?|bin|tools?|tooling|benchmarks?|bench|hack|devtools|\.github)\//i],
  ['example', /(?:^|\/)(?:examples?|demos?|samples?|playgrounds?|sandbox|docs?)\//i],
  ['configuration', /(?:^|\/)[\w-]+\.config\.[cm]?[jt]s$|(?:^|\/)(?:gulpfile|gruntfile|webpack[\w.-]*)\.[cm]?[jt]s$/i],
];

const answersRequests = /@(?:Controller|JsonController|Resolver|Injectable|WebSocketGateway)\(|\b(?:app|router|server|fastify)\.(?:get|post|put|patch|delete|route)\(\s*['"`]|\(\s*(?:req|request)\b[^()]{0,80},\s*(?:res|reply|response|h)\b|export (?:async function|const) (?:GET|POST|PUT|PATCH|DELETE|loader|action)\b/;
const changesSchema = /\bMigrationInterface\b|\bqueryInterface\b|\bextends Migration\b|\bexports\.(?:up|down)\b|\bexport (?:const|async function|function) (?:up|down)\b|\basync (?:up|down)\(|\.schema\.(?:create|alter|drop)/;

/** Words that also name what a server does for its users: an import of their data, a page of tools. */
const ambiguous: ReadonlySet<FileRole> = new Set(['migration', 'script']);

const byPath = (path: string): FileRole => roles.find(([, pattern]) => pattern.test(path))?.[0] ?? 'source';

/** What a file is for, by its path relative to the scan's root and, where folders say two things, by its text. */
export const fileRole = (path: string, text = ''): FileRole => {
  const role = byPath(path);
  return ambiguous.has(role) && answersRequests.test(text) && !changesSchema.test(text) ? 'source' : role;
};
