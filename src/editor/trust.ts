import * as vscode from 'vscode';

/**
 * Asked where the effect happens, not where the menu is: key bindings and other extensions reach commands directly.
 * Says why and offers the way to trust when the answer is no.
 */
export function mayRunPrograms(): boolean {
  if (vscode.workspace.isTrusted) return true;
  const manage = 'Manage Trust';
  void vscode.window.showWarningMessage('Programs are not run in Restricted Mode: trust this workspace to profile its files.', manage)
    .then((choice) => choice === manage && vscode.commands.executeCommand('workbench.trust.manage'));
  return false;
}
