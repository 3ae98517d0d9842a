import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { build, defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** While developing: pages load no modules that could be exchanged, so an edit loads the open page anew. */
const reloadOnEdit: Plugin = {
  name: "reload-on-edit",
  apply: "serve",
  handleHotUpdate({ server }) {
    server.ws.send({ type: "full-reload" });
  },
};

/**
 * The small scripts of public pages, app/browser: one entry that every page loads and parts that it loads on demand. They are built apart
 * from the application, because no page loads that.
 */
function browserScripts(): Plugin {
  const sources = () => globSync("app/browser/*.ts").filter((file) => !file.endsWith(".test.ts"));
  return {
    name: "browser-scripts",
    config(_config, { command }) {
      const hash = createHash("sha256");
      // with the pure pieces of the domain they are built from
      const all = sources().concat(globSync("app/domain/shared/*.ts"));
      for (const file of all.sort()) hash.update(readFileSync(file));
      const built = `/scripts/page.js?v=${hash.digest("hex").slice(0, 8)}`;
      return {
        define: { "import.meta.env.PAGE_SCRIPT": JSON.stringify(command === "serve" ? "/app/browser/page.ts" : built) },
      };
    },
    async closeBundle() {
      if (this.environment?.config.consumer !== "client") return;
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        build: {
          target: "es2022",
          outDir: "build/client/scripts",
          modulePreload: false,
          rollupOptions: {
            input: "app/browser/page.ts",
            output: { format: "es", entryFileNames: "page.js", chunkFileNames: "[name]-[hash].js" },
          },
        },
      });
      compressForAll();
    },
  };
}

/** Compresses once, as well as it can be, what pages load. */
function compressForAll(): void {
  for (const file of globSync("build/client/**/*.{css,svg,webmanifest}").concat(
    globSync("build/client/scripts/*.js"),
  )) {
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
    writeFileSync(`${file}.br`, brotliCompressSync(content));
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), browserScripts(), reloadOnEdit],
  build: { target: "es2022", cssMinify: true, assetsInlineLimit: 0 },
  // bundled, it is one parser and one model; from its package it brings a DOM and three languages more into memory
  ssr: { noExternal: ["budoux"] },
});
