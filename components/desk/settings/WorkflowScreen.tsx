import { ArrowLeft } from "lucide-react";
import type { StageInUse } from "#newsroom/workflow/queries";
import type { Desk } from "#newsroom/workflow/schema";
import { type DesksActions, DesksForm } from "./DesksForm.client.tsx";
import { type WorkflowActions, WorkflowForm } from "./WorkflowForm.client.tsx";
import styles from "./WorkflowScreen.module.css";

interface WorkflowScreenProps {
  data: { version: number; stages: readonly StageInUse[]; desks: readonly Desk[] };
  actions: WorkflowActions & DesksActions;
}

/** The stages that stories go through, and the teams that have them, in the newsroom's own words. */
export const WorkflowScreen = ({ data: { version, stages, desks }, actions }: WorkflowScreenProps) => (
  <div className={styles.screen}>
    <h1 className={styles.title}>Stages and desks</h1>
    <a href="/desk/settings" className={styles.back}>
      <ArrowLeft aria-hidden />
      Settings
    </a>
    <section aria-labelledby="stages" className={styles.section}>
      <h2 id="stages">Stages</h2>
      <p className={styles.soft}>
        Where the working copy stands. Names and order are yours; what a stage is for says where new stories begin,
        where they are handed in and where they go when they are returned: always to the first of its kind that they may
        be moved to.
      </p>
      <WorkflowForm version={version} stages={stages} actions={actions} />
    </section>
    <section aria-labelledby="desks" className={styles.section}>
      <h2 id="desks">Desks</h2>
      <p className={styles.soft}>Teams to which stories can belong. Lists can be narrowed to one.</p>
      <DesksForm desks={desks} actions={actions} />
    </section>
  </div>
);
