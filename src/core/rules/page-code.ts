/** Code of a page, by its path: it is closed sooner or later, and shows no more than a person reads. */
export const isPageCode = (path: string): boolean => /\.[jt]sx$|(?:^|\/)(?:client|frontend|front-end|public|web|webapp|ui|components|dashboard|app-desktop|app-mobile|browser)\//.test(path);
