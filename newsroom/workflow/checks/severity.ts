/** Errors block publication, warnings ask. */
export const severities = ["error", "warning"] as const;
export type Severity = (typeof severities)[number];
