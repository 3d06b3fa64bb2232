'use strict';
// Runs program.cjs under V8's tracing profiler: node trace.cjs, which leaves node_trace.1.log.
const { createTracing } = require('node:trace_events');
const run = require('./program.cjs');

const tracing = createTracing({ categories: ['disabled-by-default-v8.cpu_profiler', 'v8'] });
tracing.enable();
run();
setImmediate(() => {
  run();
  tracing.disable();
});
