/** A Markdown link's target that runs a command; nothing in it ends the link. */
export const commandLink = (command: string, args: readonly unknown[] = []): string =>
  `command:${command}${args.length > 0 ? `?${encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}` : ''}`;
