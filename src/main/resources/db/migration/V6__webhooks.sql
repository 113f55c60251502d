-- Webhooks: who is told of publications, and what each is still to be told.

-- The secret is kept as it is, because messages are signed with it.
CREATE TABLE webhook (
    id            text        NOT NULL CONSTRAINT webhook_pk PRIMARY KEY,
    url           text        NOT NULL,
    comparison    text,
    technology    text,
    description   text        NOT NULL,
    secret        bytea       NOT NULL,
    created_at    timestamptz NOT NULL,
    created_by    text        NOT NULL,
    disabled_at   timestamptz,
    -- The replica whose turn it is to send to it has until then.
    turn_until    timestamptz,
    CONSTRAINT webhook_id_is_plain CHECK (id ~ '^[a-z0-9]{16}$')
);

-- A message to one of them; its id is the same however often it is sent.
CREATE TABLE webhook_delivery (
    id            uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT webhook_delivery_pk PRIMARY KEY,
    webhook       text        NOT NULL CONSTRAINT webhook_delivery_webhook_fk REFERENCES webhook (id) ON DELETE CASCADE,
    kind          text        NOT NULL,
    place         bigint      NOT NULL,
    comparison    text,
    revision      integer,
    title         text,
    created_at    timestamptz NOT NULL,
    state         text        NOT NULL DEFAULT 'waiting',
    attempts      integer     NOT NULL DEFAULT 0,
    -- While it waits: when it is to be sent next.
    due_at        timestamptz DEFAULT '-infinity',
    attempted_at  timestamptz,
    status        integer,
    failure       text,
    CONSTRAINT webhook_delivery_kind_is_known CHECK (kind IN ('published', 'archived', 'unarchived', 'ping')),
    CONSTRAINT webhook_delivery_state_is_known CHECK (state IN ('waiting', 'delivered', 'given-up')),
    CONSTRAINT webhook_delivery_waits_for_a_time CHECK ((state = 'waiting') = (due_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_due_ix ON webhook_delivery (webhook, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_delivery_webhook_ix ON webhook_delivery (webhook, created_at);
CREATE INDEX webhook_delivery_done_ix ON webhook_delivery (attempted_at) WHERE due_at IS NULL;

-- A technology stands for what is part of it too.
CREATE FUNCTION webhooks_concerned(of_comparison text, document jsonb) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    WITH RECURSIVE whole (slug) AS (
        SELECT t FROM technologies_of(document) t
        UNION
        SELECT technology.part_of FROM technology JOIN whole ON technology.slug = whole.slug
        WHERE technology.part_of IS NOT NULL)
    SELECT id FROM webhook
    WHERE disabled_at IS NULL
      AND (comparison IS NULL OR comparison = of_comparison)
      AND (technology IS NULL OR technology IN (SELECT slug FROM whole))
$$;

-- By the database itself and in the publishing transaction, whoever publishes: no message is lost, and none is sent of
-- what was rolled back.
CREATE FUNCTION tell_webhooks_of_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM webhook) THEN
        INSERT INTO webhook_delivery (webhook, kind, place, comparison, revision, title, created_at)
            SELECT w, 'published', NEW.change, NEW.comparison, NEW.number, NEW.document ->> 'title', NEW.published_at
            FROM webhooks_concerned(NEW.comparison, NEW.document) w;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER revision_is_told_to_webhooks AFTER INSERT ON revision
    FOR EACH ROW EXECUTE FUNCTION tell_webhooks_of_revision();

CREATE FUNCTION tell_webhooks_of_archiving() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO webhook_delivery (webhook, kind, place, comparison, revision, title, created_at)
        SELECT w, CASE WHEN NEW.archived_at IS NULL THEN 'unarchived' ELSE 'archived' END, NEW.last_change, NEW.slug,
               r.number, r.document ->> 'title', coalesce(NEW.archived_at, now())
        FROM revision r, webhooks_concerned(NEW.slug, r.document) w
        WHERE r.comparison = NEW.slug AND r.number = NEW.published_revision;
    RETURN NULL;
END $$;
CREATE TRIGGER archiving_is_told_to_webhooks AFTER UPDATE OF archived_at ON comparison
    FOR EACH ROW WHEN (NEW.archived_at IS DISTINCT FROM OLD.archived_at)
    EXECUTE FUNCTION tell_webhooks_of_archiving();
