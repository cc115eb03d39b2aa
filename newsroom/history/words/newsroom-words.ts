import type { EventPayload } from "../../kernel/events.ts";
import { checkKinds } from "../../workflow/checks/kinds.ts";
import { inFields, list, text, type WordsOf } from "./words.ts";

/** The people of the newsroom and how it works. */
export const newsroomWords: WordsOf<
  "staff" | "workflow" | "desk" | "settings" | "rates" | "rate" | "house_rule" | "check" | "demo" | "bulk" | "audit"
> = {
  "staff.added": { did: "added somebody", tells: ({ role }) => `added somebody as ${String(role)}` },
  "staff.role_changed": {
    did: "changed somebody’s role",
    tells: ({ from, to }) => `changed somebody’s role from ${String(from)} to ${String(to)}`,
  },
  "staff.deactivated": { did: "deactivated somebody" },
  "staff.reactivated": { did: "let somebody in again" },
  "staff.password_set": { did: "set a password" },
  "staff.password_link_made": { did: "made a link to set a password" },
  "staff.signed_in": { did: "signed in" },
  "staff.sign_in_failed": { did: "refused a sign-in" },
  "staff.signed_out": { did: "signed out" },
  "workflow.changed": { did: "changed the stages", tells: (payload) => `changed the stages${inStages(payload)}` },
  "desk.created": { did: "made a desk" },
  "desk.renamed": { did: "renamed a desk" },
  "desk.removed": { did: "removed a desk" },
  "settings.changed": { did: "changed the settings", tells: (payload) => `changed the settings${inFields(payload)}` },
  "rates.changed": {
    did: "changed rates",
    tells: ({ currencies }) => (list(currencies).length > 0 ? `changed rates (${list(currencies).join(", ")})` : ""),
  },
  "rate.held": {
    did: "held back a rate",
    tells: ({ currency }) => (currency ? `held back a rate (${text(currency)})` : ""),
  },
  "rate.refused": {
    did: "refused a rate",
    tells: ({ currencies }) => (list(currencies).length > 0 ? `refused a rate (${list(currencies).join(", ")})` : ""),
  },
  "house_rule.added": { did: "added a house rule" },
  "house_rule.changed": {
    did: "changed a house rule",
    tells: (payload) => `changed a house rule${inFields(payload)}`,
  },
  "house_rule.removed": {
    did: "removed a house rule",
    tells: ({ severity, language }) =>
      severity ? `removed a house rule (${text(severity)}, ${text(language) || "any language"})` : "",
  },
  "check.set": {
    did: "set a check before publishing",
    tells: ({ check, severity }) => {
      if (!check) return "";
      const name = `the check “${checkName(text(check))}”`;
      return severity === "off"
        ? `switched ${name} off`
        : `made ${name} ${severity === "error" ? "an error" : "a warning"}`;
    },
  },
  "demo.removed": { did: "took out the demo" },
  "bulk.started": {
    did: "started a bulk action",
    tells: ({ verb, rows }) => `started a bulk action (${String(verb)}, ${String(rows)} stories)`,
  },
  "audit.exported": {
    did: "exported the audit trail",
    tells: ({ rows }) => `exported the audit trail (${String(rows)} rows)`,
  },
};

const inStages = ({ added, renamed, removed }: EventPayload): string => {
  const said = Object.entries({ added, renamed, removed }).flatMap(([did, keys]) =>
    list(keys).length > 0 ? [`${did} ${list(keys).join(", ")}`] : [],
  );
  return said.length > 0 ? ` (${said.join("; ")})` : "";
};

const checkName = (check: string): string =>
  Object.entries(checkKinds).find(([kind]) => kind === check)?.[1].name ?? check;
