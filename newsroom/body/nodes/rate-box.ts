import { Node } from "@tiptap/core";
import { z } from "zod";
import { stripCurrencies } from "../../kernel/currencies.ts";
import type { NodeDefinition } from "./definition.ts";

export const RateBoxAttrs = z.strictObject({
  currency: z.enum(stripCurrencies, "This currency is not in the strip."),
  /** `live` follows the strip; `frozen` keeps the value of the publishing day. */
  mode: z.enum(["live", "frozen"], "A rate is live or frozen."),
});

const words = ({ currency }: Record<string, unknown>): string => `${currency}/USD`;

/** The rate of one currency in dollars. */
export const rateBox = {
  extension: Node.create({
    name: "rateBox",
    group: "piece",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      currency: {
        default: stripCurrencies[0],
        parseHTML: (element) => element.dataset.currency,
        renderHTML: () => ({}),
      },
      mode: { default: "frozen", parseHTML: (element) => element.dataset.mode, renderHTML: () => ({}) },
    }),
    parseHTML: () => [
      { tag: "div[data-rate-box]", getAttrs: ({ dataset: { currency, mode } }) => known({ currency, mode }) },
    ],
    renderHTML: ({ node }) => [
      "div",
      { "data-rate-box": "", "data-currency": node.attrs.currency, "data-mode": node.attrs.mode },
      words(node.attrs),
    ],
    renderText: ({ node }) => words(node.attrs),
  }),
  attrs: RateBoxAttrs,
  words,
} satisfies NodeDefinition;

const known = (attrs: object): null | false => (RateBoxAttrs.safeParse(attrs).success ? null : false);
