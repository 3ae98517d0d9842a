import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** While developing: pages load no modules that could be exchanged, so an edit loads the open page anew. */
const reloadOnEdit: Plugin = {
  name: "reload-on-edit",
  apply: "serve",
  handleHotUpdate({ server }) {
    server.ws.send({ type: "full-reload" });
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), reloadOnEdit],
  build: { target: "es2022", cssMinify: true, assetsInlineLimit: 0 },
  // bundled, it is one parser and one model; from its package it brings a DOM and three languages more into memory
  ssr: { noExternal: ["budoux"] },
});
