-- CreateTable
CREATE TABLE "AuditSeal" (
    "position" BIGINT NOT NULL,
    "entryId" BIGINT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_entryId_key" ON "AuditSeal"("entryId");

-- AddForeignKey
ALTER TABLE "AuditSeal" ADD CONSTRAINT "AuditSeal_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "AuditEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's schema language cannot say.

CREATE TRIGGER "AuditSeal_append_only" BEFORE UPDATE OR DELETE ON "AuditSeal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditSeal_never_emptied" BEFORE TRUNCATE ON "AuditSeal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The form is described in app/domain/audit/audit-chain.server.ts, which computes the same without this function.
CREATE FUNCTION audit_hash(entry "AuditEntry", at_position bigint, previous text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    '{' || string_agg(to_json(field.name)::text || ':' || to_json(field.value)::text, ',' ORDER BY field.name COLLATE "C") || '}',
    'UTF8')), 'hex')
  FROM (VALUES
    ('action', entry."action"),
    ('actorId', entry."actorId"),
    ('actorKind', entry."actorKind"),
    ('actorLabel', entry."actorLabel"),
    ('at', to_char(entry."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    ('detail', entry."detail"::text),
    ('id', entry."id"::text),
    ('position', at_position::text),
    ('previousHash', previous),
    ('subjectId', entry."subjectId"),
    ('subjectNumber', entry."subjectNumber"),
    ('subjectType', entry."subjectType")
  ) AS field (name, value)
  WHERE field.value IS NOT NULL
$$;

-- Runs at COMMIT, when nothing but the commit itself is left to wait for (docs/decisions/0020). The lock goes with the transaction, and
-- the next one to have it reads a head that includes this seal. Its number: advisoryLocks.auditChain.
CREATE FUNCTION seal_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "AuditSeal";
BEGIN
  PERFORM pg_advisory_xact_lock(7205110104);
  SELECT * INTO head FROM "AuditSeal" ORDER BY "position" DESC LIMIT 1;
  head."position" := coalesce(head."position", 0) + 1;
  head."previousHash" := coalesce(head."hash", repeat('0', 64));
  INSERT INTO "AuditSeal" ("position", "entryId", "previousHash", "hash")
    VALUES (head."position", NEW."id", head."previousHash", audit_hash(NEW, head."position", head."previousHash"));
  RETURN NULL;
END
$$;

-- Made before the entries there are get their seals: it keeps processes of the version before from writing in between.
CREATE CONSTRAINT TRIGGER "AuditEntry_sealed" AFTER INSERT ON "AuditEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_audit_entry();

DO $$
DECLARE
  entry "AuditEntry";
  at_position bigint := 0;
  previous text := repeat('0', 64);
  sealed text;
BEGIN
  FOR entry IN SELECT * FROM "AuditEntry" ORDER BY "id" LOOP
    at_position := at_position + 1;
    sealed := audit_hash(entry, at_position, previous);
    INSERT INTO "AuditSeal" ("position", "entryId", "previousHash", "hash") VALUES (at_position, entry."id", previous, sealed);
    previous := sealed;
  END LOOP;
END
$$;
