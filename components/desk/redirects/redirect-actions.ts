import type { Answer } from "#newsroom/kernel/answer";

export interface RedirectActions {
  addRedirect: (input: { id: string; from: string; to: string }) => Promise<Answer<{ from: string }>>;
  removeRedirect: (input: { redirectId: string }) => Promise<Answer<unknown>>;
}
