import { expect, it } from "vitest";
import { preferredEncoding } from "./encoding.ts";

it.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["GZIP", "gzip"],
  ["x-gzip", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0.2, gzip;q=0.8", "gzip"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["identity", "identity"],
  ["deflate", "identity"],
  ["br; q=abc", "br"],
  ["brotli", "identity"],
  ["gzip;q=0", "identity"],
])("answers accept-encoding %j with %s", (header, encoding) => {
  expect(preferredEncoding(header)).toBe(encoding);
  expect(preferredEncoding(header)).toBe(encoding);
});

it("does not remember without end what strangers send", () => {
  for (let i = 0; i < 5_000; i++) preferredEncoding(`gzip, strange-${i}`);
  expect(preferredEncoding("gzip, strange-4999")).toBe("gzip");
});
