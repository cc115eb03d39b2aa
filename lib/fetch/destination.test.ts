import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./addresses.ts";
import { destinationOf } from "./destination.ts";

describe("a public address", () => {
  it.each(["1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "2606:4700::6810:84e5"])(
    "is %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    "0.0.0.0",
    "0.1.2.3",
    "10.1.2.3",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:a00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:a00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
  ])("is not “%s”", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("a destination", () => {
  it.each([
    "https://example.org/a?b=c",
    "http://example.org",
    "https://example.org:443/",
    "http://example.org:443/",
    "https://1.1.1.1/",
    "https://[2606:4700::6810:84e5]/",
  ])("may be %s", (address) => expect(destinationOf(address, []).isNamed).toBe(false));

  it.each([
    ["ftp://example.org/", "protocol"],
    ["file:///etc/passwd", "protocol"],
    ["data:text/plain,hello", "protocol"],
    ["javascript:alert(1)", "protocol"],
    ["example.org/feed", "not an address"],
    ["", "not an address"],
    ["https://user:word@example.org/", "credentials"],
    ["https://user@example.org/", "credentials"],
    ["http://example.org:8080/", "port 8080"],
    ["http://example.org:22/", "port 22"],
    ["http://127.0.0.1/", "not a public address"],
    ["http://2130706433/", "not a public address"],
    ["http://0x7f.1/", "not a public address"],
    ["http://0177.0.0.1/", "not a public address"],
    ["http://127.1/", "not a public address"],
    ["http://１２７.０.０.１/", "not a public address"],
    ["http://[::1]/", "not a public address"],
    ["http://[::ffff:7f00:1]/", "not a public address"],
    ["http://[::ffff:169.254.169.254]/", "not a public address"],
    ["http://169.254.169.254/latest/meta-data/", "not a public address"],
    ["http://[fe80::1]/", "not a public address"],
  ])("is never %s", (address, reason) => expect(() => destinationOf(address, [])).toThrow(reason));

  it("may be private, on any port, where the operator named exactly this host and port", () => {
    const allow = ["10.0.0.5:8080", "Feeds.Internal:9000", "[::1]:7000", "localhost:443"];
    expect(destinationOf("http://10.0.0.5:8080/rates", allow).isNamed).toBe(true);
    expect(destinationOf("http://feeds.internal:9000/", allow).isNamed).toBe(true);
    expect(destinationOf("http://[0:0::1]:7000/", allow).isNamed).toBe(true);
    expect(destinationOf("https://localhost/", allow).isNamed).toBe(true);
    expect(() => destinationOf("http://10.0.0.5/", allow)).toThrow("not a public address");
    expect(() => destinationOf("http://10.0.0.6:8080/", allow)).toThrow("port 8080");
    expect(() => destinationOf("ftp://10.0.0.5:8080/", allow)).toThrow("protocol");
    expect(() => destinationOf("http://me@10.0.0.5:8080/", allow)).toThrow("credentials");
  });

  it("is read relative to the address that redirected", () => {
    const base = new URL("https://example.org/a/b");
    expect(destinationOf("../c", [], base).url.href).toBe("https://example.org/c");
    expect(destinationOf("//example.net/d", [], base).url.href).toBe("https://example.net/d");
    expect(() => destinationOf("//127.0.0.1/", [], base)).toThrow("not a public address");
  });
});
