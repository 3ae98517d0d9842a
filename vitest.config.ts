import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests run on the Node the product runs on, also when somebody starts vitest with the machine's own.
const ownNode = fileURLToPath(new URL("node_modules/.bin/node", import.meta.url));
if (Number(process.versions.node.split(".", 1)[0]) < 24) {
  const again = spawnSync(ownNode, process.argv.slice(1), { stdio: "inherit" });
  process.exit(again.status ?? 1);
}

export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "prisma/**/*.test.ts", "scripts/**/*.test.ts", "tests/**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", "tests/e2e/**"],
    globalSetup: ["tests/setup/test-cluster.ts"],
    setupFiles: ["tests/setup/every-test-file.ts"],
    env: { TZ: "UTC" },
    // Prisma's adapter sends queries of one transaction side by side, and the driver queues them; nothing of ours can change it
    execArgv: ["--disable-warning=DeprecationWarning"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
