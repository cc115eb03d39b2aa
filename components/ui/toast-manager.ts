import { Toast } from "@base-ui/react/toast";

/** The queue that the Toaster shows; filled through `toast`. */
export const toastManager = Toast.createToastManager();

interface ToastWords {
  title: string;
  description?: string;
  tone?: "info" | "good" | "danger";
  action?: { label: string; onPress: () => void };
}

/** Says in passing that something is done. What needs an answer belongs at its place or in a dialog. */
export const toast = ({ title, description, tone = "info", action }: ToastWords): string =>
  toastManager.add({
    title,
    description,
    type: tone,
    priority: "low",
    timeout: action || tone === "danger" ? 12_000 : 6_000,
    ...(action ? { actionProps: { children: action.label, onClick: action.onPress } } : {}),
  });
