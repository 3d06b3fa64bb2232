import assert from 'node:assert/strict';
import { SessionError } from '../../../src/session/index.ts';
import { describeFailure } from '../../../src/editor/words/describe-failure.ts';

const failed = (code: string, message: string, file?: string) => describeFailure(new SessionError({ code, message, ...(file !== undefined && { file }) }), 'The command x');

describe('what the editor says of a failure', () => {
  it('names the configuration that is wrong, and opens it', () => {
    assert.deepEqual(failed('bad-config', '`ignore` must be a list, not a text (line 1, column 13)', '/work/shop/flameline.config.json'), {
      sentence: 'flameline.config.json: `ignore` must be a list, not a text (line 1, column 13)', help: { kind: 'open-file', file: '/work/shop/flameline.config.json' },
    });
  });

  it('offers another Node where that would help, and nothing elsewhere', () => {
    assert.deepEqual(failed('old-node', 'Node 16 is too old'), { sentence: 'Node 16 is too old', help: { kind: 'choose-node' } });
    assert.deepEqual(failed('unreadable', 'It does not exist', '/a.ts'), { sentence: 'It does not exist', help: null });
  });

  it('admits a defect without its details', () => {
    assert.deepEqual(describeFailure(new TypeError('x is undefined'), 'The command x'), { sentence: 'The command x failed for a reason Flameline did not expect.', help: null });
  });

  it('shows no link that a message brings', () => {
    assert.doesNotMatch(failed('bad-config', '`[a](command:x)` is unknown', '/p/flameline.config.json').sentence, /\]\(command:/);
  });
});
