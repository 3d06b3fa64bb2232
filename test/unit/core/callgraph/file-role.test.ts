import assert from 'node:assert/strict';
import { type FileRole, fileRole } from '../../../../src/core/callgraph/file-role.ts';

const roles = (role: FileRole, ...paths: string[]): void => {
  for (const path of paths) assert.equal(fileRole(path), role, path);
};

describe('what a file is for', () => {
  it('is told by its folder', () => {
    roles('test', 'test/a.ts', 'src/__tests__/a.ts', 'packages/a/e2e/login.ts');
    roles('migration', 'src/migrations/1-users.ts', 'db/migrate/a.js', 'src/upgrades/2.ts', 'migration-old-backup/1-users.ts');
    roles('seed', 'prisma/seed.ts', 'src/seeders/a.ts');
    roles('script', 'scripts/a.ts', 'bin/run.js', 'tools/gen.ts');
    roles('example', 'examples/shop/a.ts', 'docs/a.ts');
  });

  it('is told by its name', () => {
    roles('test', 'src/a.test.ts', 'src/a.e2e-spec.ts', 'src/a.stories.tsx');
    roles('migration', 'src/a.migration.ts', 'db/migrate.ts');
    roles('configuration', 'vite.config.ts', 'gulpfile.js');
  });

  it('is the program itself in every other place, also where a word only contains one of those', () => {
    roles('source', 'src/a.ts', 'src/latest/a.ts', 'src/contest.ts', 'src/description/a.ts', 'src/immigration.ts', 'src/toolsmith/a.ts');
  });

  it('is the program in a folder of migrations or tools whose code answers requests', () => {
    for (const text of [
      "@Controller('migration')\nexport class MigrationController {}",
      'export const importPosts = async (req: Request, res: Response) => {};',
      "router.post('/import', importPosts);",
      'export async function POST(request: Request) {}',
    ]) {
      assert.equal(fileRole('src/controllers/migration/posts.ts', text), 'source', text);
      assert.equal(fileRole('src/tools/posts.ts', text), 'source', text);
    }
  });

  it('stays a migration when its text changes a schema, whatever else it says', () => {
    for (const text of ['export class A implements MigrationInterface {}', 'module.exports = { up: async (queryInterface) => {} };', 'export async function up(knex) {}', 'exports.up = (knex) => knex.schema.createTable();']) {
      assert.equal(fileRole('src/migrations/1.ts', `${text}\n@Injectable()\nclass B {}`), 'migration', text);
    }
  });

  it('stays a script when it only asks the container of a server for its services', () => {
    assert.equal(fileRole('scripts/fill.ts', 'const users = app.get(UserService);'), 'script');
  });

  it('stays a seed or a test although it talks like a server', () => {
    assert.equal(fileRole('src/seeds/users.ts', '@Injectable()\nexport class UserSeeder {}'), 'seed');
    assert.equal(fileRole('test/app.test.ts', "app.get('/', (req, res) => res.end());"), 'test');
  });
});
