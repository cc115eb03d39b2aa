/** What somebody is asked to file. */
export const assignmentKinds = ["words", "pictures", "video", "graphics", "translation", "other"] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];
