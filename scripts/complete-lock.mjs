// After `npm install` from a registry that lacks packages for other machines: notes them in package-lock.json, where
// npm leaves them out, since `npm ci` refuses a lock file with such holes. Run by hand: node scripts/complete-lock.mjs
import fs from "node:fs";

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "win32"];
const CHIPS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x"];

const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
const added = [];
for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isLocked(parent, name)) continue;
    const version = range.replace(/^[\^~=]/, "");
    lock.packages[`node_modules/${name}`] = { version, ...machineOf(name), ...(dev && { dev }), optional: true };
    added.push(`${name}@${version}`);
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
fs.writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Noted:\n  ${added.join("\n  ")}` : "The lock file is complete.");

/** As Node looks for it: beside the parent, then further up. */
function isLocked(parent, name) {
  for (let place = parent; ; place = place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[`${place && `${place}/`}node_modules/${name}`]) return true;
    if (place === "") return false;
  }
}

function machineOf(name) {
  const parts = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => parts.includes(system));
  const cpu = CHIPS.filter((chip) => parts.includes(chip));
  const libc = /musl/.test(name) ? ["musl"] : /gnu/.test(name) ? ["glibc"] : [];
  return { ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }), ...(os.length > 0 && { os }) };
}
