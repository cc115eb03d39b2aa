import type { Priority } from "#newsroom/workflow/directions";
import type { StageMeaning } from "#newsroom/workflow/stages";

/** How the desk calls what is one word in code. */
export const meaningWords: Record<StageMeaning, string> = {
  idea: "Ideas",
  writing: "Writing",
  desk: "Editing",
  legal: "Lawyers",
  ready: "Ready to publish",
};

export const priorityWords: Record<Priority, string> = { low: "Low", normal: "Normal", high: "High", urgent: "Urgent" };

export const roleWords = { contributor: "Contributor", author: "Author", editor: "Editor", admin: "Admin" } as const;

const languages = new Intl.DisplayNames("en", { type: "language" });

/** “Kyrgyz” for `ky`; a language that nobody knows stands for itself. */
export function languageName(language: string): string {
  try {
    return languages.of(language) ?? language;
  } catch {
    return language;
  }
}
