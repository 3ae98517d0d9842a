-- Tables that seldom change are kept in memory (app/platform/database/reference-data.server.ts): whoever changes one, also somebody with a
-- database client, tells every process when, and only when, the change commits. A command asks its own transaction whether it was one, so
-- that its process need not wait to be told.
CREATE FUNCTION announce_reference_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sokaku_content', 'reference');
  PERFORM set_config('sokaku.changed_reference', 'yes', true);
  RETURN NULL;
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Setting', 'Department', 'Section', 'Desk', 'RoutingRule', 'Plan', 'Reason', 'CannedReply', 'Outcome'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_reference_change()',
      name || '_announced', name);
    -- also in a session that says it is a replica, as when data is restored
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_announced');
  END LOOP;
END
$$;

-- A theme also carries counters, which change with every approval and are never kept.
CREATE TRIGGER "Theme_announced" AFTER INSERT OR DELETE OR TRUNCATE ON "Theme"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_reference_change();
CREATE TRIGGER "Theme_update_announced" AFTER UPDATE OF
  "planId", "slug", "numeral", "position", "title", "lead", "body", "isFeatured", "illustration", "acceptsIdeas", "acceptsPartnerships",
  "acceptsComments", "opensOn", "closesOn", "reviewMode", "publishesTrusted", "expectedEffect", "area", "deskId", "version" ON "Theme"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_reference_change();
ALTER TABLE "Theme" ENABLE ALWAYS TRIGGER "Theme_announced";
ALTER TABLE "Theme" ENABLE ALWAYS TRIGGER "Theme_update_announced";
