import { useRef } from "react";
import type { Finding } from "#newsroom/workflow/checks/finding";
import type { Side } from "./AsideTabs.client.tsx";

const detailControls = {
  sectionId: "[name=section]",
  tagIds: "[role=combobox]",
  leadImage: "[name=leadImage]",
};
type Detail = keyof typeof detailControls;

/** What stands beside the text, and the ways that lead there: to a tab, to a field, to where something was found. */
export function useAside(onSide: (side: Side) => void, goToWords: (finding: Finding) => void) {
  const aside = useRef<HTMLElement>(null);
  const focus = (control: string) =>
    requestAnimationFrame(() => aside.current?.querySelector<HTMLElement>(control)?.focus());

  function show(side: Side) {
    onSide(side);
    focus("[role=tab][aria-selected=true]");
  }

  function showDetail(detail: Detail) {
    onSide("details");
    focus(detailControls[detail]);
  }

  function goTo(finding: Finding) {
    const { part } = finding.at;
    if (part === "comments") return show("comments");
    if (part === "sectionId" || part === "tagIds" || part === "leadImage") return showDetail(part);
    goToWords(finding);
  }

  return { aside, show, showDetail, goTo };
}
