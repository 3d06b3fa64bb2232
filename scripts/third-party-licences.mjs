// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const licence = /^(licen[cs]e|thirdpartynotice)/i;

/**
 * The licence texts of the packages that ended up in bundles.
 * @param {string[]} inputs esbuild's input paths
 */
export function thirdPartyLicences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const parts = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder).filter((file) => licence.test(file)).map((file) => readFileSync(join(folder, file), 'utf8').trim());
    if (texts.length === 0) throw new Error(`${folder} has no licence text: it can't be shipped`);
    return `${name} ${version}\n\n${texts.join('\n\n')}\n`;
  });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}
