import { expect, it } from "vitest";
import { pastedHref } from "./tracking.ts";

it.each([
  ["https://a.example/x?utm_source=a&utm_medium=b", "https://a.example/x"],
  ["https://a.example/x?UTM_Source=a", "https://a.example/x"],
  ["https://a.example/?id=7&fbclid=1&page=2#part", "https://a.example/?id=7&page=2#part"],
  ["https://a.example/?gclid=1&yclid=2&mc_cid=3&mc_eid=4&igshid=5&ysclid=6", "https://a.example/"],
  ["https://a.example/?utmost=1&gclidx=2&ref=3", "https://a.example/?utmost=1&gclidx=2&ref=3"],
  ["https://a.example/?q=%D0%B0+b&x", "https://a.example/?q=%D0%B0+b&x"],
  ["https://a.example/#?utm_source=a", "https://a.example/#?utm_source=a"],
  ["https://www.google.com/url?q=https://b.example/?utm_source%3Dx%26p%3D1&sa=D", "https://b.example/?p=1"],
  ["https://www.google.kg/url?sa=t&url=https%3A%2F%2Fb.example%2F", "https://b.example/"],
  ["https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"],
  ["https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2F%3Ffbclid%3D1&h=AT0", "https://b.example/"],
  ["https://google.example/url?q=https://b.example/", "https://google.example/url?q=https://b.example/"],
  ["mailto:desk@a.example?subject=utm_source=a", "mailto:desk@a.example?subject=utm_source=a"],
  ["javascript:alert(1)", null],
  ["/stories/of-another-site", null],
  ["#_ftn1", null],
  ["file:///C:/a.doc", null],
  ["", null],
])("%s leads to %s", (href, expected) => expect(pastedHref(href)).toBe(expected));
