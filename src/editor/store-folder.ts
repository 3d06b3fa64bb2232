import * as vscode from 'vscode';

/** Where this window's recordings are kept: the workspace's own storage, without a folder the user's. Outside every repository. */
export const storeFolder = ({ storageUri, globalStorageUri }: vscode.ExtensionContext): string =>
  vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'recordings').fsPath;

/** Where scans keep what they learned of unchanged files, likewise. */
export const factsFolder = ({ storageUri, globalStorageUri }: vscode.ExtensionContext): string =>
  vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'facts').fsPath;
