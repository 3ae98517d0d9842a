import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, getCACertificates, setDefaultCACertificates, type TLSSocket } from "node:tls";

export type EncryptedLine = {
  port: number;
  /** What came over it in the clear, that is after decryption. */
  said(): string;
  /** Connections that were tried so far. */
  tried(): number;
  /** Makes this process take its certificate for good, as one issued by an authority that everybody knows. */
  trust(): void;
  /** Ends it, and the trust. */
  close(): Promise<void>;
};

/** A way to a server on this machine that is encrypted from its start, with a certificate for `localhost` that nobody has issued. */
export async function encryptedLine(to: number): Promise<EncryptedLine> {
  const { key, certificate } = makeCertificate();
  const known = getCACertificates("default");
  const open = new Set<TLSSocket>();
  let said = "";
  let tried = 0;
  const server = createServer({ key, cert: certificate }, (socket) => {
    open.add(socket);
    const onward = connect(to, "127.0.0.1");
    for (const one of [socket, onward]) {
      one.on("error", () => undefined);
      one.on("close", () => {
        socket.destroy();
        onward.destroy();
      });
    }
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
      onward.write(chunk);
    });
    onward.on("data", (chunk) => socket.write(chunk));
  });
  server.on("connection", () => (tried += 1));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    said: () => said,
    tried: () => tried,
    trust: () => setDefaultCACertificates([...known, certificate]),
    close: async () => {
      setDefaultCACertificates(known);
      for (const socket of open) socket.destroy();
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}

/** A certificate of its own for `localhost`, for a day. @throws Error where there is no `openssl`, which comes with Dovecot */
function makeCertificate(): { key: string; certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), "sokaku-certificate-"));
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  try {
    const { status, stderr } = spawnSync(
      "openssl",
      [
        ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"],
        ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
      ],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`no certificate: ${stderr}`);
    return { key: readFileSync(key, "utf8"), certificate: readFileSync(certificate, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
