import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { build, defineConfig, type Plugin } from "vite";
import { shortClassNames, shortenSheet } from "./app/http/short-class-names.ts";
import remixConfig from "./remix.config.js";

/** While developing: pages load no modules that could be exchanged, so an edit loads the open page anew. */
const reloadOnEdit: Plugin = {
  name: "reload-on-edit",
  apply: "serve",
  handleHotUpdate({ server }) {
    server.ws.send({ type: "full-reload" });
  },
};

/** One step after the other, once what browsers load has been written; the server's half is built after it. */
function afterClientBuild(work: () => void | Promise<void>): Plugin["writeBundle"] {
  return {
    sequential: true,
    order: "post",
    async handler({ dir }) {
      if (dir === resolve("build/client")) await work();
    },
  };
}

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
    writeBundle: afterClientBuild(async () => {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        build: {
          target: "es2022",
          outDir: "build/client/scripts",
          // as for a server, only in that the parts are loaded by import() alone, without a helper that weighs more than they do
          ssr: "app/browser/page.ts",
          minify: "esbuild",
          rollupOptions: {
            output: { format: "es", entryFileNames: "page.js", chunkFileNames: "[name]-[hash].js" },
          },
        },
      });
    }),
  };
}

const classNamesFile = "build/class-names.json";
const classNamesModule = "virtual:class-names";

/**
 * Gives the classes of the built style sheets names of one to three letters: the framework's names say all that they do, a tenth of a page's
 * weight. Pages are rewritten by the same list as they leave (app/entry.server.tsx). While developing the list is empty.
 */
function shortClasses(): Plugin {
  let isBuilding = false;
  return {
    name: "short-classes",
    configResolved({ command }) {
      isBuilding = command === "build";
    },
    resolveId: (id) => (id === classNamesModule ? `\0${classNamesModule}` : undefined),
    load(id) {
      if (id !== `\0${classNamesModule}`) return;
      return `export default ${isBuilding ? readFileSync(classNamesFile, "utf8") : "{}"}`;
    },
    writeBundle: afterClientBuild(() => {
      const files = globSync("build/client/assets/*.css");
      const usedByScripts = new Set(
        globSync("app/browser/*.ts").flatMap((file) => readFileSync(file, "utf8").match(/[\w-]+/g) ?? []),
      );
      const sheets = files.map((file) => readFileSync(file, "utf8"));
      const names = shortClassNames(sheets, usedByScripts);
      for (const [index, file] of files.entries()) writeFileSync(file, shortenSheet(sheets[index] ?? "", names));
      writeFileSync(classNamesFile, JSON.stringify(names));
    }),
  };
}

/** Compresses once, as well as it can be, what pages load. */
const compressed: Plugin = {
  name: "compressed",
  writeBundle: afterClientBuild(compressForAll),
};

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
  plugins: [tailwindcss(), remix(remixConfig), browserScripts(), shortClasses(), compressed, reloadOnEdit],
  build: { target: "es2022", cssMinify: true, assetsInlineLimit: 0 },
  // bundled, it is one parser and one model; from its package it brings a DOM and three languages more into memory
  ssr: { noExternal: ["budoux"] },
});
