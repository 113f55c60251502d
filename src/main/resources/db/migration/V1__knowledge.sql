-- Knowledge: technologies, comparisons with their drafts, and published revisions.

-- Versions of everything that can be edited (its ETag). One sequence for all, so that no version is ever used again.
CREATE SEQUENCE version_sequence;

-- The order in which changes became visible to readers. Drawn while holding the lock `publication`, hence in commit order.
CREATE SEQUENCE change_sequence;

CREATE FUNCTION is_slug(candidate text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT candidate ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(candidate) <= 80 $$;

CREATE TABLE technology (
    slug          text        NOT NULL CONSTRAINT technology_pk PRIMARY KEY,
    name          text        NOT NULL,
    kind          text        NOT NULL,
    part_of       text        CONSTRAINT technology_part_of_fk REFERENCES technology (slug) DEFERRABLE INITIALLY DEFERRED,
    summary       text        NOT NULL,
    url           text,
    version       bigint      NOT NULL,
    last_change   bigint      NOT NULL,
    updated_at    timestamptz NOT NULL,
    CONSTRAINT technology_slug_is_slug CHECK (is_slug(slug)),
    CONSTRAINT technology_not_part_of_itself CHECK (part_of <> slug)
);
CREATE INDEX technology_last_change_ix ON technology (last_change);
CREATE INDEX technology_part_of_ix ON technology (part_of);

CREATE TABLE technology_alias (
    alias         text        NOT NULL CONSTRAINT technology_alias_pk PRIMARY KEY,
    technology    text        NOT NULL CONSTRAINT technology_alias_technology_fk REFERENCES technology (slug) ON DELETE CASCADE,
    position      integer     NOT NULL
);
CREATE INDEX technology_alias_technology_ix ON technology_alias (technology);

-- A comparison's header. The draft is its header here and its members below; no draft, no draft_header.
CREATE TABLE comparison (
    slug               text        NOT NULL CONSTRAINT comparison_pk PRIMARY KEY,
    draft_header       jsonb,
    draft_version      bigint,
    published_revision integer,
    last_change        bigint,
    created_at         timestamptz NOT NULL,
    CONSTRAINT comparison_slug_is_slug CHECK (is_slug(slug)),
    CONSTRAINT comparison_draft_is_whole CHECK ((draft_header IS NULL) = (draft_version IS NULL))
);
CREATE INDEX comparison_last_change_ix ON comparison (last_change);

-- One row a member, so that editors of different members never collide and a small change writes a small row.
CREATE TABLE draft_member (
    comparison    text        NOT NULL CONSTRAINT draft_member_comparison_fk REFERENCES comparison (slug),
    section       text        NOT NULL,
    slug          text        NOT NULL,
    position      integer     NOT NULL,
    version       bigint      NOT NULL,
    document      jsonb       NOT NULL,
    CONSTRAINT draft_member_pk PRIMARY KEY (comparison, section, slug)
);

-- What was published, for ever.
CREATE TABLE revision (
    comparison    text        NOT NULL CONSTRAINT revision_comparison_fk REFERENCES comparison (slug),
    number        integer     NOT NULL,
    published_at  timestamptz NOT NULL,
    published_by  text        NOT NULL,
    message       text        NOT NULL,
    change        bigint      NOT NULL CONSTRAINT revision_change_uq UNIQUE,
    document      jsonb       NOT NULL,
    CONSTRAINT revision_pk PRIMARY KEY (comparison, number),
    CONSTRAINT revision_number_is_positive CHECK (number > 0)
);

CREATE FUNCTION refuse_change_of_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'revisions are immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER revision_is_immutable BEFORE UPDATE OR DELETE ON revision
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_revision();
CREATE TRIGGER revision_is_never_emptied BEFORE TRUNCATE ON revision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_revision();

ALTER TABLE comparison ADD CONSTRAINT comparison_published_revision_fk
    FOREIGN KEY (slug, published_revision) REFERENCES revision (comparison, number) DEFERRABLE INITIALLY DEFERRED;

-- What of the content that comes with the program was loaded, in which state it left it: what no longer is in that
-- state has been edited since, and is left alone.
CREATE TABLE bundled_content (
    kind          text        NOT NULL,
    slug          text        NOT NULL,
    digest        text        NOT NULL,
    version       bigint      NOT NULL,
    CONSTRAINT bundled_content_pk PRIMARY KEY (kind, slug)
);

-- For those who read with SQL: the latest published state, a row a member.
CREATE VIEW published_comparison AS
    SELECT r.comparison, r.number AS revision, r.published_at, r.document
    FROM comparison c JOIN revision r ON r.comparison = c.slug AND r.number = c.published_revision;

CREATE VIEW published_factor AS
    SELECT p.comparison, p.revision, m ->> 'slug' AS slug, m ->> 'name' AS name, m ->> 'topic' AS topic,
           m ->> 'kind' AS kind, (m ->> 'weight')::numeric AS weight, m AS document
    FROM published_comparison p, jsonb_array_elements(p.document -> 'factors') m;

CREATE VIEW published_use_case AS
    SELECT p.comparison, p.revision, m ->> 'slug' AS slug, m ->> 'name' AS name, m AS document
    FROM published_comparison p, jsonb_array_elements(p.document -> 'useCases') m;

CREATE VIEW published_faq AS
    SELECT p.comparison, p.revision, m ->> 'slug' AS slug, m ->> 'question' AS question, m ->> 'answer' AS answer,
           m AS document
    FROM published_comparison p, jsonb_array_elements(p.document -> 'faqs') m;

CREATE VIEW published_claim AS
    SELECT p.comparison, p.revision, m ->> 'slug' AS slug, m ->> 'option' AS option, m ->> 'subject' AS subject,
           m ->> 'factor' AS factor, m ->> 'metric' AS metric, (m ->> 'value')::numeric AS value,
           (m -> 'range' ->> 'min')::numeric AS range_min, (m -> 'range' ->> 'max')::numeric AS range_max,
           m ->> 'text' AS text, m ->> 'unit' AS unit, m ->> 'statement' AS statement, m ->> 'source' AS source,
           m ->> 'rank' AS rank, m AS document
    FROM published_comparison p, jsonb_array_elements(p.document -> 'claims') m;

CREATE VIEW published_recommendation AS
    SELECT p.comparison, p.revision, m ->> 'slug' AS slug, m ->> 'kind' AS kind, m ->> 'title' AS title, m AS document
    FROM published_comparison p, jsonb_array_elements(p.document -> 'recommendations') m;
