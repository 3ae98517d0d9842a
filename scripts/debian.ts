import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";

/** Debian asks this program whether a package may start its service; 101: it may not. */
const POLICY = "/usr/sbin/policy-rc.d";

/**
 * Installs packages of the distribution, as root on Debian or Ubuntu; elsewhere it does nothing. No service that comes with them is started.
 * Whether they are there afterwards is for the caller to see.
 */
export function installOnDebian(...packages: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.log(`  apt-get で入れています (installing): ${packages.join(" ")}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...options: string[]) =>
    // Another installation may be under way.
    spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...options], {
      env: environment,
      stdio: ["ignore", "ignore", "inherit"],
    });
  const isOurPolicy = !existsSync(POLICY);
  if (isOurPolicy) writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    apt("update");
    apt("install", "--yes", "--no-install-recommends", ...packages);
  } finally {
    if (isOurPolicy) rmSync(POLICY, { force: true });
  }
}
