import { toast } from "../../ui/toast-manager.ts";

let last = 0;

/** Said once for many keys. */
export function sayRefused(): void {
  if (Date.now() - last < 3_000) return;
  last = Date.now();
  toast({
    tone: "danger",
    title: "This cannot be suggested yet",
    description: "Nothing was changed. To do it at once, switch suggesting off.",
  });
}
