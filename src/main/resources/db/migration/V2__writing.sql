-- Writing: archived comparisons, which technologies revisions use, and answers that are given once more to retries.

ALTER TABLE comparison ADD COLUMN archived_at timestamptz;

-- Members in their order, and the place of a new one, without reading all of them.
CREATE INDEX draft_member_position_ix ON draft_member (comparison, section, position);

-- What uses a technology, so that none that is used can be deleted: of drafts by an index, of revisions by a row each.
CREATE INDEX draft_member_technology_ix ON draft_member ((document ->> 'technology')) WHERE section = 'options';
CREATE INDEX draft_member_subject_ix ON draft_member ((document ->> 'subject')) WHERE section = 'claims';

CREATE TABLE revision_technology (
    comparison    text        NOT NULL,
    number        integer     NOT NULL,
    technology    text        NOT NULL CONSTRAINT revision_technology_technology_fk REFERENCES technology (slug),
    CONSTRAINT revision_technology_pk PRIMARY KEY (comparison, number, technology),
    CONSTRAINT revision_technology_revision_fk FOREIGN KEY (comparison, number) REFERENCES revision (comparison, number)
);
CREATE INDEX revision_technology_technology_ix ON revision_technology (technology);

CREATE FUNCTION technologies_of(document jsonb) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT o ->> 'technology' FROM jsonb_array_elements(document -> 'options') o
        UNION
        SELECT c ->> 'subject' FROM jsonb_array_elements(document -> 'claims') c
    $$;

INSERT INTO revision_technology (comparison, number, technology)
    SELECT r.comparison, r.number, t FROM revision r, technologies_of(r.document) t;

-- By the database itself, so that it holds for what an older replica publishes while a newer one is started beside it.
CREATE FUNCTION note_technologies_of_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO revision_technology (comparison, number, technology)
        SELECT NEW.comparison, NEW.number, t FROM technologies_of(NEW.document) t;
    RETURN NULL;
END $$;
CREATE TRIGGER revision_notes_its_technologies AFTER INSERT ON revision
    FOR EACH ROW EXECUTE FUNCTION note_technologies_of_revision();

-- Replicas learn that a technology is gone by its last trace.
CREATE TABLE removed_technology (
    slug          text        NOT NULL CONSTRAINT removed_technology_pk PRIMARY KEY,
    change        bigint      NOT NULL
);
CREATE INDEX removed_technology_change_ix ON removed_technology (change);

-- What was answered to a request with an Idempotency-Key. Written in the transaction of its effect.
CREATE TABLE idempotent_request (
    caller        text        NOT NULL,
    method        text        NOT NULL,
    path          text        NOT NULL,
    key           text        NOT NULL,
    body_digest   bytea       NOT NULL,
    status        integer,
    headers       jsonb,
    body          bytea,
    created_at    timestamptz NOT NULL,
    CONSTRAINT idempotent_request_pk PRIMARY KEY (caller, method, path, key)
);
CREATE INDEX idempotent_request_created_at_ix ON idempotent_request (created_at);

-- Archived comparisons are no longer among what is published.
CREATE OR REPLACE VIEW published_comparison AS
    SELECT r.comparison, r.number AS revision, r.published_at, r.document
    FROM comparison c JOIN revision r ON r.comparison = c.slug AND r.number = c.published_revision
    WHERE c.archived_at IS NULL;
