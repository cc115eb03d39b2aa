import { type Doc, XmlElement, XmlText } from "yjs";
import { lineNames } from "#newsroom/stories/document/story-text";
import { toast } from "../ui/toast-manager.ts";

/** All words of the document, a line for each paragraph, however odd its state is. */
export function wordsToKeep(doc: Doc): string {
  const lines: string[] = [];
  const walk = (node: unknown): void => {
    if (node instanceof XmlText) {
      const text = node
        .toDelta()
        .map(({ insert }: { insert: unknown }) => (typeof insert === "string" ? insert : "\n"));
      lines.push(text.join(""));
    } else if (node instanceof XmlElement) for (const child of node.toArray()) walk(child);
  };
  for (const name of [...lineNames, "body"]) for (const part of doc.getXmlFragment(name).toArray()) walk(part);
  return lines.filter((line) => line !== "").join("\n\n");
}

/** Puts the text where another program can take it. */
export const copyText = (doc: Doc): Promise<void> => copyWords(wordsToKeep(doc));

export async function copyWords(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    toast({ tone: "good", title: "Your text is copied", description: "Paste it wherever you want to keep it." });
  } catch {
    toast({
      tone: "danger",
      title: "The browser did not allow copying",
      description: "Select the text and copy it by hand.",
    });
  }
}
