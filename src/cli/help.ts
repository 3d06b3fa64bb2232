const reportOptions = `  --format FORMAT   text (default), json or markdown
  --top N           most functions and lines shown, 50 by default; 0 = all
  --help            this text`;

export const mainHelp = `flameline: profiles Node and TypeScript programs and shows the cost in the code.

  flameline profile <file> [options] [-- args…]   run a program and print where its time went
  flameline show <file-or-recording…> [options]   print what a profile or recording says
  flameline diff <before> <after> [options]       print what changed between two of them
  flameline export <file> --to FORMAT [options]   write it as a file for another tool
  flameline scan [paths…] [options]               find what will cost time, without running anything

  --help after a verb lists its options; --version prints the version.
Exit codes: 0 done, also when you stopped the program; 1 the program failed by itself, or a scan found what --fail-on names; 2 bad usage or unreadable input.
`;

export const verbHelp: ReadonlyMap<string, string> = new Map([
  ['profile', `flameline profile <file> [options] [-- args…]

Runs a JavaScript or TypeScript file with your Node and prints where its time went. What follows -- goes to the program.
Ctrl-C stops the program and keeps what was recorded; a second Ctrl-C kills it.

  --node PATH       the Node to use; by default the version manager's or PATH's
  --interval US     microseconds between samples; by default 1000, or 200 after a run under 2 s
  --delay MS        start recording after so many milliseconds
  --duration S      stop the program after so many seconds of recording
  --out DIR         folder of recordings, .flameline by default
${reportOptions}
`],
  ['show', `flameline show <file-or-recording…> [options]

Prints what profiles or recording folders say; several are added up. Read are .cpuprofile, .heapprofile, traces of
Chrome and Node, pprof and speedscope files and collapsed stacks, each also gzipped.

${reportOptions}
`],
  ['export', `flameline export <file-or-recording> --to FORMAT [--out FILE]

Writes a profile or recording, with the lines of the original source, as a file that other tools read, or as a page:
one HTML file with the viewer and the profile in it, which needs no network.

  --to FORMAT       speedscope, pprof (gzipped), collapsed or html
  --out FILE        where to; standard output by default
  --help            this text
`],
  ['diff', `flameline diff <before> <after> [options]

Prints what the second profile or recording does otherwise than the first: how much each function changed, what is new
or gone, and the stacks that vanished. Functions are the same although their lines, files or folders changed.

  --measure MEASURE what is compared: absolute numbers, or the share of each run without idle; usual (default) is
                    absolute for time and bytes, share for counts
${reportOptions}
`],
  ['scan', `flameline scan [paths…] [options]

Reads the sources below the paths (by default the working directory) and prints the places that will cost time: a query,
HTTP request or process per element of a list, also when the call is behind functions and files, and blocking calls
where requests are answered. Nothing is run.

  --rule ID         only this rule; may be given several times
  --format FORMAT   text (default), json, sarif or markdown
  --since REF       only what lies in lines changed since a commit, branch or tag
  --baseline FILE   only what an earlier scan, written as json or sarif, does not have
  --no-cache        neither use nor keep what is learned of unchanged files
  --fail-on LEVEL   exit with 1 when a finding is at least error, warning, info or hint
  --help            this text

A flameline.config.json at the root of the project names its own clients and wrappers, and says which rules are off.
`],
]);
