import type { CDPSession } from "@playwright/test";

const codes: Record<string, number> = { Shift: 16, End: 35, Home: 36, ArrowLeft: 37, ArrowRight: 39, Backspace: 8 };
const modifiers: Record<string, number> = { Control: 2, Shift: 8 };

/** Presses keys without waiting for what they do, as fingers that are faster than the machine: "Control+Home", "End", "a". */
export async function hurry(session: CDPSession, ...keys: string[]): Promise<void> {
  const sent = keys.flatMap((pressed) => {
    const parts = pressed.split("+");
    const key = parts.pop() ?? "";
    const held = parts.reduce((sum, part) => sum + (modifiers[part] ?? 0), 0);
    const isText = key.length === 1 && held === 0;
    const event = {
      key,
      modifiers: held,
      windowsVirtualKeyCode: codes[key] ?? key.toUpperCase().charCodeAt(0),
      code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
    };
    return [
      session.send("Input.dispatchKeyEvent", {
        ...event,
        type: isText ? "keyDown" : "rawKeyDown",
        ...(isText && { text: key }),
      }),
      session.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" }),
    ];
  });
  await Promise.all(sent);
}
