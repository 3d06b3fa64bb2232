/** Packages that projects keep copies of, by their names without `-` and capitals. */
const copied = new Map(['bcrypt', 'bcryptjs', 'fs-extra', 'graceful-fs'].map((name) => [name.replace('-', ''), name]));

/** The package that `../libs/fsExtra` is a copy of; `null` for code of the project. */
export const vendoredPackage = (specifier: string): string | null => {
  const [, name] = /^\..*\/(?:libs?|vendor|third[-_]party)\/([\w-]+)$/.exec(specifier) ?? [];
  return name === undefined ? null : (copied.get(name.replaceAll('-', '').toLowerCase()) ?? null);
};
