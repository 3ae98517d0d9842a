import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { type ImapMailbox, parseEnvironment } from "#app/platform/env.ts";
import { findDovecot } from "../../scripts/dovecot.ts";
import { waitFor } from "./mail.ts";
import { freePort } from "./running-app.ts";

const password = "secret";

/** A message as it lies in a folder. */
export type StoredMessage = { uid: number; flags: string[]; raw: Buffer };

export type TestImapServer = {
  /** A mailbox of its own, empty, reached by a line that can be cut. */
  mailbox(options?: { folder?: string }): Promise<TestMailbox>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

export type TestMailbox = {
  /** For `IMAP_URL`. */
  url: string;
  settings: ImapMailbox;
  /** As a mail server delivers; or as somebody left it who marked it. */
  put(raw: Buffer, flags?: string[]): Promise<void>;
  /** What lies in a folder; empty where there is no such folder. Marks nothing as read. */
  list(folder?: string): Promise<StoredMessage[]>;
  /** Puts a flag on all that lies in the folder, as somebody does who looks into it. */
  mark(flag: string): Promise<void>;
  /** Makes a folder that the product would otherwise make, or one it is to read. */
  makeFolder(folder: string): Promise<void>;
  line: {
    port: number;
    /** Connections that are open, and made so far. */
    open(): number;
    made(): number;
    /** Commands that came over it so far, as they were sent. */
    said(): string;
    /** Bytes that the server sent over it. */
    bytes(): number;
    /** Ends every connection without a word. */
    cut(): void;
    /** Holds back the first command that fits, and all that follow on its connection. @returns once it came */
    holdAt(command: RegExp): Promise<void>;
    /** Lets go on what is held back. */
    release(): void;
    /** Has the server say something else than it does: what comes over the line in one piece goes through this. */
    answer(instead: (said: string) => string): void;
    close(): Promise<void>;
  };
};

/**
 * A real IMAP server (Dovecot, installed where that is possible) on a free port of this machine, without root's rights.
 *
 * @param capability what it says it can, and nothing else; left out: all it can
 * @throws Error with one line for the reader where there is no Dovecot
 */
export async function startImapServer({ capability }: { capability?: string } = {}): Promise<TestImapServer> {
  const { path, version } = findDovecot();
  const folder = mkdtempSync(join(tmpdir(), "sokaku-imap-"));
  const owner = unprivileged();
  const port = await freePort();
  chmodSync(folder, 0o755);
  for (const name of ["run", "home"]) mkdirSync(join(folder, name));
  const newer = version.major > 2 || (version.major === 2 && version.minor >= 4);
  const settings = { folder, port, owner, capability };
  writeFileSync(join(folder, "dovecot.conf"), newer ? configuration24(settings) : configuration23(settings));
  // Node's own chown does not go down into folders.
  if (owner.uid !== undefined) spawnSync("chown", ["-R", `${owner.uid}:${owner.gid}`, folder]);

  let child: ChildProcess;
  const start = async () => {
    child = spawn(path, ["-F", "-c", join(folder, "dovecot.conf")], {
      stdio: "ignore",
      ...(owner.uid === undefined ? {} : { uid: owner.uid, gid: owner.gid }),
    });
    await waitFor(
      () => greets(port),
      30_000,
      () =>
        `Dovecot did not start: ${existsSync(join(folder, "log")) ? readFileSync(join(folder, "log"), "utf8") : ""}`,
    );
  };
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  };
  await start();
  const lines: TestMailbox["line"][] = [];
  return {
    mailbox: async ({ folder: read = "INBOX" } = {}) => {
      const mailbox = await newMailbox(port, read);
      lines.push(mailbox.line);
      return mailbox;
    },
    start,
    stop,
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Who the server runs as: root starts it as nobody, anybody else as themselves. */
function unprivileged(): { user: string; group: string; uid?: number; gid?: number } {
  const ask = (...options: string[]) => spawnSync("id", options, { encoding: "utf8" }).stdout.trim();
  if (process.getuid?.() !== 0) return { user: userInfo().username, group: ask("-gn") };
  return {
    user: "nobody",
    group: ask("-gn", "nobody"),
    uid: Number(ask("-u", "nobody")),
    gid: Number(ask("-g", "nobody")),
  };
}

type ServerSettings = {
  folder: string;
  port: number;
  owner: { user: string; group: string };
  capability: string | undefined;
};

function common({ folder, port, owner, capability }: ServerSettings): string {
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
ssl = no
auth_failure_delay = 0
default_internal_user = ${owner.user}
default_internal_group = ${owner.group}
default_login_user = ${owner.user}
first_valid_uid = 1
mail_uid = ${owner.user}
mail_gid = ${owner.group}
${capability === undefined ? "" : `imap_capability = ${capability}`}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

function configuration23(settings: ServerSettings): string {
  return `${common(settings)}
disable_plaintext_auth = no
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = home=${settings.folder}/home/%u
}
`;
}

/** From 2.4 on settings have other names, and the first line must say which. */
function configuration24(settings: ServerSettings): string {
  return `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
${common(settings)}
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ~/Maildir
passdb static {
  password = ${password}
}
userdb static {
  fields {
    home = ${settings.folder}/home/%{user}
  }
}
`;
}

/** Whether somebody at this port greets as an IMAP server does. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(5_000, () => end(false));
    socket.on("error", () => end(false));
    socket.on("close", () => end(false));
    socket.on("data", (bytes) => end(bytes.toString().startsWith("* OK")));
  });
}

async function newMailbox(port: number, folder: string): Promise<TestMailbox> {
  const user = `replies-${randomUUID()}`;
  const line = await newLine(port);
  const url = `imap://${user}:${password}@127.0.0.1:${line.port}/${encodeURIComponent(folder)}`;
  const read = parseEnvironment({ IMAP_URL: url });
  if (!read.ok || !read.environment.IMAP_URL) throw new Error(`no mailbox: ${url}`);
  const directly = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: password },
      logger: false,
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  return {
    url,
    settings: read.environment.IMAP_URL,
    put: (raw, flags = []) =>
      directly(async (client) => {
        if (!(await client.append(folder, raw, flags))) throw new Error(`not put into ${folder}`);
      }),
    list: (from = folder) =>
      directly(async (client) => {
        const folders = await client.list();
        if (!folders.some(({ path }) => path === from)) return [];
        await client.mailboxOpen(from, { readOnly: true });
        const messages = await client.fetchAll("1:*", { uid: true, flags: true, source: true });
        return messages.map(({ uid, flags, source }) => ({
          uid,
          flags: [...(flags ?? [])].filter((flag) => flag !== "\\Recent"),
          raw: source ?? Buffer.alloc(0),
        }));
      }),
    mark: (flag) =>
      directly(async (client) => {
        await client.mailboxOpen(folder);
        if (!(await client.messageFlagsAdd("1:*", [flag]))) throw new Error(`not marked: ${flag}`);
      }),
    makeFolder: (name) => directly(async (client) => void (await client.mailboxCreate(name))),
    line,
  };
}

/** A way to the server that can be cut and listened to. */
async function newLine(to: number): Promise<TestMailbox["line"]> {
  const open = new Set<Socket>();
  let made = 0;
  let bytes = 0;
  let said = "";
  let held: { command: RegExp; came: () => void } | undefined;
  let goOn = () => {};
  let instead: ((said: string) => string) | undefined;
  const server = createServer((socket) => {
    made += 1;
    open.add(socket);
    let waiting: Buffer[] | undefined;
    const onward = connect(to, "127.0.0.1");
    const end = () => {
      open.delete(socket);
      socket.destroy();
      onward.destroy();
    };
    const pass = (chunk: Buffer) => {
      said += chunk.toString("latin1");
      onward.write(chunk);
    };
    for (const one of [socket, onward]) {
      one.on("error", end);
      one.on("close", end);
    }
    socket.on("data", (chunk) => {
      const command = chunk.toString("latin1");
      if (held?.command.test(command)) {
        waiting = [];
        goOn = () => {
          for (const one of waiting ?? []) pass(one);
          waiting = undefined;
        };
        held.came();
        held = undefined;
      }
      if (waiting === undefined) pass(chunk);
      else waiting.push(chunk);
    });
    onward.on("data", (chunk) => {
      bytes += chunk.length;
      socket.write(instead === undefined ? chunk : Buffer.from(instead(chunk.toString("latin1")), "latin1"));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    open: () => open.size,
    made: () => made,
    said: () => said,
    bytes: () => bytes,
    cut,
    holdAt: (command) =>
      new Promise((resolve) => {
        held = { command, came: resolve };
      }),
    release: () => goOn(),
    answer: (said) => {
      instead = said;
    },
    close: async () => {
      cut();
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}
