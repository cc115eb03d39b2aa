"use client";
import { useRouter } from "next/navigation";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { type CheckKey, type CheckSettings, checkKeys, checkKinds, weightOf } from "#newsroom/workflow/checks/kinds";
import type { Severity } from "#newsroom/workflow/checks/severity";
import type { HouseRuleRow } from "#newsroom/workflow/house-style/schema";
import { useAsking } from "../people/use-asking.client.ts";
import { type HouseRuleActions, HouseRuleForm } from "./HouseRuleForm.client.tsx";
import styles from "./HouseStyleScreen.module.css";

interface HouseStyleScreenProps {
  data: { rules: readonly HouseRuleRow[]; settings: CheckSettings; languages: readonly string[] };
  actions: HouseRuleActions & {
    setCheck: (input: { check: CheckKey; severity: Severity | "off" }) => Promise<Answer<unknown>>;
  };
}

/** What is looked at before a story is published, and the newsroom's own rules of style. */
export const HouseStyleScreen = ({ data, actions }: HouseStyleScreenProps) => (
  <div className={styles.screen}>
    <h1 className={styles.title}>House style</h1>
    <section aria-labelledby="checks" className={styles.part}>
      <h2 id="checks">Checks before publishing</h2>
      <p className={styles.quiet}>Errors block publication. Warnings ask whoever publishes.</p>
      <ul className={styles.checks}>
        {checkKeys.map((check) => (
          <CheckLine key={check} check={check} settings={data.settings} setCheck={actions.setCheck} />
        ))}
      </ul>
    </section>
    <section aria-labelledby="rules" className={styles.part}>
      <h2 id="rules">Rules of our own</h2>
      <p className={styles.quiet}>
        Words or patterns to look for, what to say about them, and what to write instead. They strike in the editor as
        people write.
      </p>
      {data.rules.length === 0 ? <p>There are no rules yet.</p> : null}
      <ul className={styles.rules}>
        {data.rules.map((rule) => (
          <li key={`${rule.id} ${rule.version}`}>
            <details className={styles.rule}>
              <summary>
                <code>{rule.pattern}</code>
                {rule.replacement === null ? null : (
                  <>
                    {" → "}
                    <code>{rule.replacement || "nothing"}</code>
                  </>
                )}
                <span className={styles.quiet}>
                  {" "}
                  {[rule.message, rule.severity, rule.language, rule.isOn ? null : "off"].filter(Boolean).join(" · ")}
                </span>
              </summary>
              <HouseRuleForm rule={rule} languages={data.languages} actions={actions} />
            </details>
          </li>
        ))}
      </ul>
      <h3>New rule</h3>
      <HouseRuleForm key={data.rules.length} rule={null} languages={data.languages} actions={actions} />
    </section>
  </div>
);

interface CheckLineProps {
  check: CheckKey;
  settings: CheckSettings;
  setCheck: HouseStyleScreenProps["actions"]["setCheck"];
}

const weights = [
  { value: "error", label: "Error" },
  { value: "warning", label: "Warning" },
  { value: "off", label: "Off" },
];

function CheckLine({ check, settings, setCheck }: CheckLineProps) {
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  const { name, why } = checkKinds[check];
  const isNeeded = "isNeeded" in checkKinds[check];
  const set = (chosen: string) => {
    const severity = weights.find(({ value }) => value === chosen)?.value as Severity | "off";
    ask(() => setCheck({ check, severity }), router.refresh);
  };
  return (
    <li className={styles.check}>
      <div>
        <p id={`check-${check}`}>{name}</p>
        <p className={styles.quiet}>{why}</p>
        <StatusLine tone="danger">{refusal?.message ?? null}</StatusLine>
      </div>
      {isNeeded ? (
        <span className={styles.quiet}>Always an error</span>
      ) : (
        <Select
          aria-labelledby={`check-${check}`}
          options={weights}
          value={weightOf(check, settings)}
          disabled={isAsking}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </li>
  );
}
