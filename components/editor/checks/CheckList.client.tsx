"use client";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import type { Finding } from "#newsroom/workflow/checks/finding";
import { type CheckKey, checkKinds } from "#newsroom/workflow/checks/kinds";
import styles from "./CheckList.module.css";
import { isStruck } from "./struck.ts";

interface CheckListProps {
  /** Null while nobody has looked yet. */
  findings: readonly Finding[] | null;
  language: string;
  editable: boolean;
  onGo: (finding: Finding) => void;
  onReplace: (finding: Finding) => void;
}

/** What the newsroom's checks find, where, and why that matters. */
export function CheckList({ findings, language, editable, onGo, onReplace }: CheckListProps) {
  return (
    <section className={styles.checks} aria-labelledby="checks-title">
      <h2 id="checks-title">Checks</h2>
      <Hidden>
        <StatusLine>{findings && summary(findings)}</StatusLine>
      </Hidden>
      {findings === null ? <p className={styles.quiet}>Looking through the story…</p> : null}
      {findings?.length === 0 ? (
        <p className={styles.good}>
          <CircleCheck aria-hidden /> Nothing to say against this story.
        </p>
      ) : null}
      <ul className={styles.list}>
        {findings?.map((finding) => (
          <Item
            key={`${finding.check} ${JSON.stringify(finding.at)}`}
            finding={finding}
            language={language}
            onGo={() => onGo(finding)}
            onReplace={editable && finding.replacement !== undefined ? () => onReplace(finding) : null}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  finding: Finding;
  language: string;
  onGo: () => void;
  onReplace: (() => void) | null;
}

function Item({ finding, language, onGo, onReplace }: ItemProps) {
  const { check, severity, message, at, replacement } = finding;
  return (
    <li className={severity === "error" ? styles.error : styles.warning}>
      <p className={styles.message}>
        {severity === "error" ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
        <span>
          <Hidden>{severity === "error" ? "Error: " : "Warning: "}</Hidden>
          {message}
        </span>
      </p>
      <p className={styles.why}>{whyOf(check)}</p>
      <div className={styles.ways}>
        <button type="button" className={styles.words} onClick={onGo}>
          {isStruck(at) ? (
            <q lang={language}>{cut(at.quote)}</q>
          ) : "picture" in at ? (
            "Go to the picture"
          ) : (
            wayTo[at.part]
          )}
        </button>
        {onReplace ? (
          <Button size="small" onClick={onReplace}>
            {replacement === "" ? "Take it out" : `Write “${cut(replacement ?? "")}”`}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

const wayTo: Record<Finding["at"]["part"], string> = {
  kicker: "Go to the kicker",
  headline: "Go to the headline",
  standfirst: "Go to the standfirst",
  teaser: "Go to the teaser",
  body: "Go to the text",
  sectionId: "Choose a section",
  tagIds: "Go to the tags",
  leadImage: "Go to the lead image",
  comments: "Show the comments",
};

const isKey = (check: string): check is CheckKey => Object.hasOwn(checkKinds, check);

const whyOf = (check: string): string => (isKey(check) ? checkKinds[check].why : "House style.");

const longest = 60;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function summary(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  return `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
}
