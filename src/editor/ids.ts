/** Every id the manifest and the code share; a test checks this file against package.json in both directions. */
export const commands = {
  profileFile: 'flameline.profileFile',
  profileFileLater: 'flameline.profileFileLater',
  startRecordingNow: 'flameline.startRecordingNow',
  stopProfiling: 'flameline.stopProfiling',
  rerunLast: 'flameline.rerunLast',
  rerunFiner: 'flameline.rerunFiner',
  setArguments: 'flameline.setArguments',
  chooseEntry: 'flameline.chooseEntry',
  openProfile: 'flameline.openProfile',
  openInViewer: 'flameline.openInViewer',
  openFlameGraph: 'flameline.openFlameGraph',
  openLink: 'flameline.openLink',
  compareWith: 'flameline.compareWith',
  comparePrevious: 'flameline.comparePrevious',
  exportProfile: 'flameline.exportProfile',
  openExample: 'flameline.openExample',
  clearResults: 'flameline.clearResults',
  cycleShownValue: 'flameline.cycleShownValue',
  filterHotspots: 'flameline.filterHotspots',
  copyHotspot: 'flameline.copyHotspot',
  openLocation: 'flameline.openLocation',
  showHotspots: 'flameline.showHotspots',
  showRunDetails: 'flameline.showRunDetails',
  refreshRecordings: 'flameline.refreshRecordings',
  openRecording: 'flameline.openRecording',
  rerunRecording: 'flameline.rerunRecording',
  renameRecording: 'flameline.renameRecording',
  revealRecording: 'flameline.revealRecording',
  saveRecordingCopy: 'flameline.saveRecordingCopy',
  deleteRecording: 'flameline.deleteRecording',
  findNPlusOne: 'flameline.findNPlusOne',
  findProblems: 'flameline.findProblems',
  showFindings: 'flameline.showFindings',
  clearFindings: 'flameline.clearFindings',
  openFinding: 'flameline.openFinding',
  openRule: 'flameline.openRule',
  suppressFinding: 'flameline.suppressFinding',
  turnRuleOff: 'flameline.turnRuleOff',
} as const;

export const settings = {
  nodePath: 'flameline.node.path',
  runArgs: 'flameline.run.args',
  runEnv: 'flameline.run.env',
  recordInterval: 'flameline.record.interval',
  recordDelay: 'flameline.record.delay',
  recordDuration: 'flameline.record.duration',
  heatText: 'flameline.heat.text',
  heatThreshold: 'flameline.heat.threshold',
  diagnosticsLimit: 'flameline.diagnostics.limit',
  codeLensEnabled: 'flameline.codeLens.enabled',
  recordingsCount: 'flameline.recordings.count',
  recordingsSize: 'flameline.recordings.size',
  analyseOpenFiles: 'flameline.findings.openFiles',
  rulesOff: 'flameline.findings.rulesOff',
} as const;

export const container = 'flameline';

export const views = {
  hotspots: 'flameline.hotspots',
  findings: 'flameline.findings',
  recordings: 'flameline.recordings',
} as const;

/** The viewer beside the code, and as an editor of a file. */
export const panels = { beside: 'flameline.flameGraph', editor: 'flameline.profile', comparison: 'flameline.comparison' } as const;

export const contexts = {
  /** A run is going on. */
  running: 'flameline.running',
  /** The program runs, recording has not begun. */
  waiting: 'flameline.waiting',
  /** A recording is open. */
  hasResults: 'flameline.hasResults',
  /** Something can be re-run. */
  canRerun: 'flameline.canRerun',
  /** A scan is going on. */
  scanning: 'flameline.scanning',
  /** A scan has ended, or an open file has findings. */
  hasFindings: 'flameline.hasFindings',
} as const;

/** `contextValue` of rows in the recordings view. */
export const recordingItems = { whole: 'recording', broken: 'brokenRecording' } as const;
export const hotspotItem = 'hotspot';
/** `contextValue` of rows in the findings view. */
export const findingItems = { rule: 'rule', finding: 'finding', silenced: 'silencedFinding' } as const;

export const colors = {
  heat: ['flameline.heat1', 'flameline.heat2', 'flameline.heat3', 'flameline.heat4', 'flameline.heat5', 'flameline.heat6'],
  /** Whole-line background of heat 4, 5 and 6. */
  line: ['flameline.line4', 'flameline.line5', 'flameline.line6'],
  text: 'flameline.text',
  stale: 'flameline.stale',
} as const;

export const walkthrough = 'flameline.start';

/** Kept in the workspace's memento. */
export const memory = {
  lastOpened: 'flameline.lastOpened',
  lastRun: 'flameline.lastRun',
  argumentsByFile: 'flameline.argumentsByFile',
  entryByFile: 'flameline.entryByFile',
  allowedNode: 'flameline.allowedNode',
  comparisons: 'flameline.comparisons',
} as const;

export const diagnosticSource = 'Flameline';
