import { isIPv4, isIPv6 } from "node:net";

/** What one customer of a provider holds: an IPv4 address, or the first 64 bits of an IPv6 one. Anything else is one network. */
export function networkOf(address: string | null): string {
  const plain = address?.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return "unknown";
  // URL writes every IPv6 address in one way: lower case, zeros shortened, no dotted end.
  const [left = "", right] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const start = left ? left.split(":") : [];
  const end = right ? right.split(":") : [];
  const groups = right === undefined ? start : [...start, ...Array(8 - start.length - end.length).fill("0"), ...end];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
