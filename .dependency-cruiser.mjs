// Who may import whom. Type-only and dynamic imports count as imports (tsPreCompilationDeps).

/** A folder of src and the folders of src it may import. */
const mayImport = {
  core: ['core'],
  protocol: ['protocol', 'core/model', 'core/layout', 'core/compare'],
  capture: ['capture', 'core', 'protocol'],
  session: ['session', 'core', 'capture', 'protocol'],
  cli: ['cli', 'session', 'core'],
  editor: ['editor', 'session', 'core', 'protocol'],
  webview: ['webview', 'core', 'protocol'],
};

const reasons = {
  core: 'core computes: it knows nothing of starting, storing or showing, so that any face and any test can use it.',
  protocol: 'protocol is the wire: types and guards both ends can hold, so it knows only the shapes of the model.',
  capture: 'capture does: it starts, listens, reads and writes; who asked for it is not its business.',
  session: 'session is the one door: it joins core and capture and must not know which face opened it.',
  cli: 'The command line is a face: it asks session and renders; what it takes from capture itself another face would lack.',
  editor: 'The editor is a face: it asks session and renders; what it takes from capture itself another face would lack.',
  webview: 'The page draws what it is sent: it runs in a browser, without Node, disk or editor.',
};

const folderRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${reasons[folder]} Move the code, or pass what is needed through session.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})/` },
}));

/** Layers of core, lowest first: a lower one that needs a higher one is in the wrong place. */
const coreLayers = [['model'], ['formats', 'sourcemap', 'syntax', 'layout', 'catalogue'], ['compare', 'callgraph'], ['rules', 'fixes', 'config'], ['report']];
const layerRules = coreLayers.slice(0, -1).map((layer, index) => ({
  name: `core-${layer.join('-')}-layer`,
  comment: 'In core, model ← formats, sourcemap, syntax, layout, catalogue ← compare, callgraph ← rules, fixes, config ← report: what a lower layer needs belongs into a lower layer.',
  severity: 'error',
  from: { path: `^src/core/(${layer.join('|')})/` },
  to: { path: `^src/core/(${coreLayers.slice(index + 1).flat().join('|')})/` },
}));

export default {
  forbidden: [
    ...folderRules,
    ...layerRules,
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two files, or share a third one: split that out.',
      severity: 'error',
      from: { path: '^(src|scripts|test)/' },
      to: { circular: true },
    },
    {
      name: 'protocol-takes-types-only',
      comment: 'What crosses a wire is data: a value from core would carry code to the other end.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { path: '^src/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-has-no-node',
      comment: 'core and protocol run anywhere: no disk, network, clock or process, not even node:path. Take values as parameters.',
      severity: 'error',
      from: { path: '^src/(core|protocol)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-has-few-packages',
      comment: 'core and protocol are our own code; only core/syntax reads source text, with the TypeScript compiler; who walks its trees takes their types.',
      severity: 'error',
      from: { path: '^src/(core|protocol)/', pathNot: '^src/core/(syntax|callgraph|fixes)/' },
      to: { path: 'node_modules' },
    },
    {
      name: 'callgraph-takes-types-only',
      comment: 'Trees come through core/syntax: the call graph knows their types and no parser.',
      severity: 'error',
      from: { path: '^src/core/(callgraph|fixes)/' },
      to: { path: 'node_modules', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'probe-carries-only-the-wire',
      comment: 'The probe runs inside the measured program: it may hold the shapes of protocol/probe.ts and nothing else of ours.',
      severity: 'error',
      from: { path: '^src/capture/probe/' },
      to: { path: '^src/', pathNot: '^src/(capture/probe/|protocol/probe\\.ts$)' },
    },
    {
      name: 'probe-has-no-packages',
      comment: 'A package in the probe would run inside every measured program.',
      severity: 'error',
      from: { path: '^src/capture/probe/' },
      to: { path: 'node_modules', pathNot: 'node_modules/@types/node/' },
    },
    {
      name: 'only-the-editor-knows-vscode',
      comment: 'Everything but src/editor also runs without an editor: hand in what it needs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/editor/' },
      to: { path: '(^|/)(vscode|@types/vscode)(/|$)' },
    },
    {
      name: 'src-stands-alone',
      comment: 'What ships must not need tests, scripts or benchmarks.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|examples)/' },
    },
    {
      name: 'no-broken-imports',
      comment: 'The file or package does not exist.',
      severity: 'error',
      from: { path: '^(src|scripts|test)/' },
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(fixtures|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
