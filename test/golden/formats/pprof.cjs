'use strict';
// Runs program.cjs under @datadog/pprof: node pprof.cjs <folder with its node_modules>, which writes program.pb.gz.
const { writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const tools = process.argv[2];
const requireTool = createRequire(join(tools, 'package.json'));
const { time, encode } = requireTool('@datadog/pprof');
const { StringTable } = requireTool('pprof-format');
const run = require('./program.cjs');

time.start({ intervalMicros: 500, durationMillis: 60_000, lineNumbers: true });
for (let round = 0; round < 4; round++) run();
const profile = time.stop();
const { strings } = profile.stringTable;
profile.stringTable = new StringTable();
for (const text of strings) profile.stringTable.dedup(text.replaceAll(__dirname, '/project').replaceAll(tools, '/tools'));
encode(profile).then((bytes) => writeFileSync('program.pb.gz', bytes));
