import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";

/** What another program puts on the clipboard; see newsroom/body/paste/fixtures. */
export const copied = (name: string): string =>
  readFileSync(new URL(`../../newsroom/body/paste/fixtures/${name}`, import.meta.url), "utf8");

/** Pastes at the cursor of a field. Answers after how many milliseconds the browser could show it. */
export const paste = (field: Locator, { html = "", text = "" }): Promise<number> =>
  field.evaluate(
    async (element, types) => {
      const clipboardData = new DataTransfer();
      for (const [type, data] of Object.entries(types)) if (data !== "") clipboardData.setData(type, data);
      const began = performance.now();
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done));
      return performance.now() - began;
    },
    { "text/html": html, "text/plain": text },
  );
