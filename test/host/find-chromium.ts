import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where installers put it on systems that have no such program on the PATH. */
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env['ProgramFiles'] ?? 'C:\\Program Files', 'Google', 'Chrome', 'Application', 'chrome.exe'),
];

const howTo: Partial<Record<NodeJS.Platform, string>> = {
  linux: '`apt-get install chromium` (as root)',
  darwin: '`brew install --cask google-chrome`',
  win32: '`winget install Google.Chrome`',
};

export const noChromiumNote = `No Chromium was found for the tests of pages. Install it: ${howTo[process.platform] ?? 'Chromium or Chrome'}, or name one in CHROMIUM_PATH.`;

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** CHROMIUM_PATH, else the first Chromium or Chrome on the PATH or where installers put it; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...installed].find(isProgram);
}
