import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { headlineText } from "./headline.tsx";

const html = (headline: string) => renderToStaticMarkup(headlineText(headline)).replaceAll(/ class="[^"]*"/g, "");

test.each([
  ["The Tajik-Afghan border", "The <span>Tajik-Afghan</span> border"],
  ["Ысык-Көл тоңбойт", "<span>Ысык-Көл</span> тоңбойт"],
  ["No compound – only a dash", "No compound – only a dash"],
  ["A Kyrgyz-Tajik-Uzbek-Kazakh meeting", "A Kyrgyz-Tajik-Uzbek-Kazakh meeting"],
])("%s", (headline, expected) => {
  expect(html(headline)).toBe(expected);
});
