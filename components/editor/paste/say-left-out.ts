import type { LeftOut } from "#newsroom/body/paste/passage";
import { toast } from "../../ui/toast-manager.ts";

/** Says what was on the clipboard and is not in the text, or not as it was. */
export function sayLeftOut({ pictures, deletions, struck, proposals }: LeftOut): void {
  if (pictures > 0)
    toast({
      title: pictures === 1 ? "A picture was left out" : `${pictures} pictures were left out`,
      description: "Only the text is pasted: a picture needs its own credit and rights.",
    });
  if (deletions > 0)
    toast({
      title: deletions === 1 ? "A tracked deletion was left out" : `${deletions} tracked deletions were left out`,
      description: "What was deleted while changes were tracked is no longer in that text.",
    });
  if (struck > 0)
    toast({
      title: "Struck-out words stand between ~~ and ~~",
      description: "A story cannot strike words out: take them out, or write them anew.",
    });
  if (proposals > 0)
    toast({
      title: proposals === 1 ? "A proposal was left out" : `${proposals} proposals were left out`,
      description: "Words that are proposed in the place of others are not in the story yet.",
    });
}
