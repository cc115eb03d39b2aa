import { Node } from "@tiptap/core";
import { z } from "zod";
import { moneyCurrencies } from "../../kernel/currencies.ts";
import type { NodeDefinition } from "./definition.ts";

export const MoneyAttrs = z.strictObject({
  /** Decimal digits with a point and without a sign: "1250.50". */
  amount: z
    .string("An amount is digits.")
    .regex(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/, "An amount is digits, at most with a point: 1250.50."),
  currency: z.enum(moneyCurrencies, "This currency is not known here."),
});

const words = ({ amount, currency }: Record<string, unknown>): string => `${amount} ${currency}`;

/** An amount in the running text; readers see its value in dollars beside it. */
export const money = {
  extension: Node.create({
    name: "money",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({
      amount: { default: "0", parseHTML: (element) => element.getAttribute("value"), renderHTML: () => ({}) },
      currency: { default: "USD", parseHTML: (element) => element.dataset.currency, renderHTML: () => ({}) },
    }),
    parseHTML: () => [
      {
        tag: "data[data-currency]",
        getAttrs: (element) =>
          MoneyAttrs.safeParse({ amount: element.getAttribute("value"), currency: element.dataset.currency }).success
            ? null
            : false,
      },
    ],
    renderHTML: ({ node }) => [
      "data",
      { value: node.attrs.amount, "data-currency": node.attrs.currency },
      words(node.attrs),
    ],
    renderText: ({ node }) => words(node.attrs),
  }),
  attrs: MoneyAttrs,
  words,
} satisfies NodeDefinition;
