"use client";
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import surface from "./Surface.module.css";
import styles from "./Toast.module.css";
import { toastManager } from "./toast-manager.ts";

/** Where toasts appear; once on a page. F6 moves the focus to them. */
export const Toaster = () => (
  <Toast.Provider toastManager={toastManager} limit={3}>
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport}>
        <Toasts />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={classes(surface.surface, styles.toast)}>
      <Toast.Content className={styles.content}>
        <div className={styles.words}>
          <Toast.Title className={styles.title} />
          <Toast.Description className={styles.description} />
        </div>
        {toast.actionProps ? <Toast.Action render={<Button size="small" />} /> : null}
        <Toast.Close
          render={
            <IconButton label="Dismiss" size="small">
              <X aria-hidden />
            </IconButton>
          }
        />
      </Toast.Content>
    </Toast.Root>
  ));
}
