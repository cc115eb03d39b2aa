import type { Embed, Money, Picture, RateBox } from "#newsroom/body/body";

/** What a dialog is asked for: something new, or what is selected and to be changed. */
export type Asked =
  | { kind: "embed"; before: Embed["attrs"] | null }
  | { kind: "picture"; before: Picture["attrs"] | null }
  | { kind: "rateBox"; before: RateBox["attrs"] | null }
  | { kind: "money"; before: Money["attrs"] | null }
  | { kind: "caption"; before: string };

/** What the editor of the body tells the screen around it. */
export interface BlockEvents {
  onAsk: (asked: Asked) => void;
  /** Said to those who cannot see what happened. */
  onSay: (words: string) => void;
}
