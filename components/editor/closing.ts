/** Within one page load: windows on their way out, by their story. */
export const closing = new Map<string, Promise<void>>();
