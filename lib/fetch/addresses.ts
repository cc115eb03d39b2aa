import { BlockList, isIP } from "node:net";

// IANA's registries of special-purpose addresses; one list each for what is not a public host.
const special4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

const special6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
] as const;

const notPublic4 = new BlockList();
for (const [net, prefix] of special4) notPublic4.addSubnet(net, prefix, "ipv4");

// Only 2000::/3 is given to hosts. All else is closed: loopback, link-local, unique local, IPv4-mapped, NAT64, multicast.
const given6 = new BlockList();
given6.addSubnet("2000::", 3, "ipv6");
const notPublic6 = new BlockList();
for (const [net, prefix] of special6) notPublic6.addSubnet(net, prefix, "ipv6");

/** Is this IP address one of the public internet? A name is not: it has to be resolved first. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic4.check(address, "ipv4");
    case 6:
      return given6.check(address, "ipv6") && !notPublic6.check(address, "ipv6");
    default:
      return false;
  }
}
