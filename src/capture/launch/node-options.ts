/** `--require` of a file for NODE_OPTIONS, which splits at spaces, keeps quoted parts and takes `\` as an escape. */
const requireOption = (file: string): string => {
  const plain = /^([a-z]:)?[\\]/i.test(file) ? file.replaceAll('\\', '/') : file;
  return `--require "${plain.replaceAll(/[\\"]/g, '\\$&')}"`;
};

/** What the user has there stays, before ours: an auto-attached debugger, other preloads, memory limits. */
export const addPreload = (existing: string | undefined, file: string): string =>
  [existing?.trim() ?? '', requireOption(file)].filter((part) => part !== '').join(' ');

/** The permission model forbids the inspector to every preload. */
export const hasPermissionModel = (nodeOptions: string | undefined): boolean =>
  /(^|\s)--(experimental-)?permission(\s|$)/.test(nodeOptions ?? '');
