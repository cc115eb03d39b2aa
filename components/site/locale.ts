/** The locale to format in: plain "en" would put the month first and a comma before "and", which the region's papers do not. */
export const localeOf = (language: string): string => (language === "en" ? "en-GB" : language);
