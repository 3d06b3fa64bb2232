import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { commands } from '../../src/editor/ids.ts';
import { configure, findingDiagnostics, flameline, leaveNothing, profile, run, show, until, writeProgram } from './driver.ts';

const repository = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const customerOf = (id: string) => prisma.customer.findFirst({ where: { id } });
`;
const service = `import { customerOf } from './repository';

export async function withCustomers(orders: { customerId: string }[]) {
  const customers = [];
  for (const order of orders) customers.push(await customerOf(order.customerId));
  return customers;
}
`;
const blocking = `import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

createServer((request, response) => response.end(readFileSync('page.html'))).listen(0);
`;

const write = (): vscode.Uri => {
  writeProgram('found/repository.ts', repository);
  writeProgram('found/page.ts', blocking);
  return writeProgram('found/service.ts', service);
};

interface Row { readonly kind: string }
const rows = async (tree: vscode.TreeDataProvider<unknown>, parent?: unknown): Promise<unknown[]> => (await tree.getChildren(parent)) ?? [];
const isKind = (kind: string) => (row: unknown): boolean => (row as Row).kind === kind;
const labelOf = async (tree: vscode.TreeDataProvider<unknown>, row: unknown): Promise<string> => {
  const { label = '' } = await tree.getTreeItem(row);
  return typeof label === 'string' ? label : label.label;
};

describe('findings', () => {
  let api: FlamelineApi;
  let file: vscode.Uri;
  before(async () => { api = await flameline(); });
  beforeEach(() => { file = write(); });
  afterEach(async () => {
    await configure('flameline.findings.openFiles', undefined);
    rmSync(dirname(file.fsPath), { recursive: true, force: true });
    await leaveNothing(api);
    await run(commands.clearFindings);
    await until('no findings', () => api.findings.files.length === 0 && findingDiagnostics().length === 0);
  });

  const scan = async (command: string = commands.findProblems): Promise<void> => {
    await run(command, vscode.Uri.file(dirname(file.fsPath)));
    await until('diagnostics', () => findingDiagnostics().length > 0);
  };
  const diagnosticOf = (rule: string): Promise<vscode.Diagnostic> =>
    until(rule, () => findingDiagnostics().flatMap(([, list]) => list).find(({ code }) => typeof code === 'object' && code.value === rule));

  it('of a scan stand in Problems at the call in the loop, with the way to the query and a link to the rule', async () => {
    await scan();
    const diagnostic = await diagnosticOf('n-plus-one');
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.getText(diagnostic.range), 'customerOf(order.customerId)');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(diagnostic.source, 'Flameline');
    assert.match(diagnostic.message, /runs once per element of `orders`/);
    const last = diagnostic.relatedInformation?.at(-1);
    assert.equal(last?.location.uri.fsPath, join(dirname(file.fsPath), 'repository.ts'));
    assert.equal(last?.location.range.start.line, 2);
    const { code } = diagnostic;
    assert.ok(typeof code === 'object' && code.target.scheme === 'file' && existsSync(code.target.fsPath), 'the page of the rule');
  });

  it('stand in the view by rule and file, and a row leads to the place', async () => {
    await scan();
    const rules = (await rows(api.findingsTree)).filter(isKind('rule'));
    assert.deepEqual(await Promise.all(rules.map((row) => labelOf(api.findingsTree, row))), ['Query per element (N+1)', 'Blocking call']);
    const [fileRow] = await rows(api.findingsTree, rules[0]);
    const [finding] = await rows(api.findingsTree, fileRow);
    const item = await api.findingsTree.getTreeItem(finding);
    assert.match(await labelOf(api.findingsTree, finding), /^customer.findFirst once per element of orders/);
    assert.deepEqual(await Promise.all((await rows(api.findingsTree, finding)).map((row) => labelOf(api.findingsTree, row))), ['customer.findFirst']);
    const { command = '', arguments: given = [] } = item.command ?? {};
    await run(command, ...(given as readonly unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, file.fsPath);
    assert.equal(editor.selection.active.line, 4);
  });

  it('are only of N+1 queries when those are asked for', async () => {
    await configure('flameline.findings.openFiles', false);
    await scan(commands.findNPlusOne);
    assert.deepEqual([...new Set(findingDiagnostics().flatMap(([, list]) => list).map(({ code }) => (typeof code === 'object' ? code.value : code)))], ['n-plus-one']);
  });

  it('come while a file is typed in, without a scan, and go with their cause', async () => {
    const editor = await show(file);
    await until('the finding', () => findingDiagnostics().length > 0);
    const line = editor.document.lineAt(4);
    await editor.edit((builder) => builder.replace(line.range, '  return customerOf(orders[0].customerId);'));
    await until('nothing found', () => findingDiagnostics().length === 0);
    await run('undo');
    await until('the finding again', () => findingDiagnostics().length > 0);
    await run('workbench.action.revertAndCloseActiveEditor');
    await until('nothing of a closed file', () => findingDiagnostics().length === 0);
  });

  it('are not looked for in open files when the setting is off', async () => {
    await configure('flameline.findings.openFiles', false);
    await show(file);
    await scan(commands.findNPlusOne);
    await run(commands.clearFindings);
    await until('nothing', () => findingDiagnostics().length === 0);
    assert.deepEqual(api.findings.files, []);
  });

  it('are explained in the hover: the way, why it matters, what to write instead, risk and price', async () => {
    await scan();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', file, new vscode.Position(4, 60));
    const text = hovers.flatMap(({ contents }) => contents).filter((content) => content instanceof vscode.MarkdownString).map(({ value }) => value).find((value) => value.includes('Query per element')) ?? assert.fail('no hover');
    for (const word of ['*Why:*', '*Instead:* Fetch all with `findMany', '*Risk:*', '*Price:*', 'command:flameline.openFinding', 'found without running']) assert.ok(text.includes(word), `${word} in ${text}`);
  });

  it('are fixed by a quick fix whose edit takes them away, or silenced', async () => {
    const direct = writeProgram('found/direct.ts', repository.replace(/export.*/, 'export async function load(ids: string[]) {\n  for (const id of ids) console.log(await prisma.user.findFirst({ where: { id } }));\n}'));
    const editor = await show(direct);
    await until('the finding', () => findingDiagnostics().length > 0);
    const [[, [{ range }]]] = findingDiagnostics();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', direct, range, vscode.CodeActionKind.QuickFix.value);
    const ours = actions.filter(({ title }) => /Fetch all|Suppress|Turn/.test(title));
    assert.deepEqual(ours.map(({ title }) => title), [
      'Fetch all with one query before the loop, look up by `id`', 'Suppress n-plus-one here with a reason…', 'Suppress n-plus-one in this file with a reason…', 'Turn n-plus-one off',
    ]);
    assert.deepEqual(ours.map(({ isPreferred }) => isPreferred), [true, undefined, undefined, undefined]);
    assert.ok(ours[0].edit);
    await vscode.workspace.applyEdit(ours[0].edit);
    assert.match(editor.document.getText(), /findMany\(\{ where: \{ id: \{ in: \[\.\.\.ids\] \} \} \}\)/);
    await until('nothing found', () => findingDiagnostics().length === 0);
  });

  it('of a rule that is turned off go at once, and are not looked for again', async () => {
    await show(file);
    await scan();
    await until('both rules', () => findingDiagnostics().length === 2);
    await run(commands.turnRuleOff, 'n-plus-one');
    const left = () => [...new Set(findingDiagnostics().flatMap(([, list]) => list).map(({ code }) => (typeof code === 'object' ? code.value : code)))];
    await until('none of it', () => !left().includes('n-plus-one'));
    await run(commands.findProblems, vscode.Uri.file(dirname(file.fsPath)));
    await until('what it had stood before', () => left().toSorted().join() === 'await-in-loop,sync-blocking');
    await vscode.workspace.getConfiguration().update('flameline.findings.rulesOff', undefined, vscode.ConfigurationTarget.Workspace);
    await until('both rules again', () => findingDiagnostics().length === 2);
  });

  it('that were measured stand first, with their time, until their line is edited', async () => {
    const hot = writeProgram('found/hot.js', `function distinct(rows) {
  const seen = [];
  for (const row of rows) {
    if (!seen.includes(row)) seen.push(row);
  }
  return seen.length;
}
const end = Date.now() + 400;
while (Date.now() < end) distinct(Array.from({ length: 2000 }, (_, index) => 'row ' + index));
`);
    await profile(hot);
    await scan();
    const first = await until('the measured rule on top', async () => {
      const [row] = await rows(api.findingsTree);
      const item = row === undefined ? null : await api.findingsTree.getTreeItem(row);
      return item?.label === 'Search inside a loop (quadratic)' && item;
    });
    assert.match(String(first.description), /^1 {2}\d+(\.\d+)? (ms|s) measured$/);
    const editor = await show(hot);
    const text = async (): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', hot, new vscode.Position(3, 25));
      return hovers.flatMap(({ contents }) => contents).map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
    };
    await until('the time in the hover', async () => /of CPU time here in the last run/.test(await text()));
    await editor.edit((builder) => builder.insert(new vscode.Position(3, 4), '/* edited */ '));
    await until('no time of other code', async () => /not seen in the last run/.test(await text()));
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('lead nowhere but to places they speak of', async () => {
    await scan();
    await run(commands.openFinding, '/etc/passwd', 1, 1);
    await run(commands.openFinding, join(dirname(file.fsPath), 'page.html'), 1, 1);
    await run(commands.openRule, '../../README');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('open the page of their rule, which is inside the extension', async () => {
    await run(commands.openRule, 'n-plus-one');
    await until('the page', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('n-plus-one'));
  });

  it('change no file', async () => {
    await scan();
    assert.equal(readFileSync(file.fsPath, 'utf8'), service);
  });
});
