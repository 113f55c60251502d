-- Access: API tokens, what was done and refused, and the attempts of those who are nobody.

-- The secret is kept as its SHA-256 only: it is as long as the digest and random, so that a slow hash would add nothing.
CREATE TABLE api_token (
    id            text        NOT NULL CONSTRAINT api_token_pk PRIMARY KEY,
    name          text        NOT NULL,
    owner         text        NOT NULL,
    roles         text        NOT NULL,
    secret_digest bytea       NOT NULL,
    created_at    timestamptz NOT NULL,
    created_by    text        NOT NULL,
    expires_at    timestamptz NOT NULL,
    revoked_at    timestamptz,
    revoked_by    text,
    last_used_at  timestamptz,
    CONSTRAINT api_token_id_is_plain CHECK (id ~ '^[a-z0-9]{16}$'),
    CONSTRAINT api_token_digest_is_sha_256 CHECK (octet_length(secret_digest) = 32),
    CONSTRAINT api_token_revoked_by_somebody CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX api_token_created_at_ix ON api_token (created_at, id);

-- One order for both tables below, which are read as one list.
CREATE SEQUENCE audit_sequence;

CREATE TABLE audit_entry (
    id            bigint      NOT NULL DEFAULT nextval('audit_sequence') CONSTRAINT audit_entry_pk PRIMARY KEY,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    actor_kind    text        NOT NULL,
    actor_id      text,
    roles         text        NOT NULL,
    address       text,
    action        text        NOT NULL,
    target        text        NOT NULL,
    outcome       text        NOT NULL,
    request_id    text,
    details       jsonb,
    CONSTRAINT audit_entry_actor_kind_is_known CHECK (actor_kind IN ('token', 'oidc', 'anonymous', 'service')),
    CONSTRAINT audit_entry_outcome_is_known CHECK (outcome IN ('done', 'refused'))
);
CREATE INDEX audit_entry_actor_ix ON audit_entry (actor, id);
CREATE INDEX audit_entry_action_ix ON audit_entry (action, id);
CREATE INDEX audit_entry_target_ix ON audit_entry (target text_pattern_ops, id);
CREATE INDEX audit_entry_address_ix ON audit_entry (address, id);
CREATE INDEX audit_entry_at_ix ON audit_entry (at);

-- Attempts without an identity, refused: a row an address (of IPv6, a /64 network) and minute. Each replica tells about a
-- thousand addresses a minute apart and counts the rest together, so that knocking fills the table slowly at most.
CREATE TABLE refused_attempt (
    address       text        NOT NULL,
    minute        timestamptz NOT NULL,
    id            bigint      NOT NULL DEFAULT nextval('audit_sequence') CONSTRAINT refused_attempt_id_uq UNIQUE,
    count         bigint      NOT NULL,
    last_at       timestamptz NOT NULL,
    CONSTRAINT refused_attempt_pk PRIMARY KEY (address, minute),
    CONSTRAINT refused_attempt_count_is_positive CHECK (count > 0)
);
CREATE INDEX refused_attempt_minute_ix ON refused_attempt (minute);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_is_immutable BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

-- A count may grow, and nothing else of it may change.
CREATE TRIGGER refused_attempt_only_grows BEFORE UPDATE ON refused_attempt
    FOR EACH ROW
    WHEN (NEW.address <> OLD.address OR NEW.minute <> OLD.minute OR NEW.id <> OLD.id
          OR NEW.count <= OLD.count OR NEW.last_at < OLD.last_at)
    EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER refused_attempt_is_never_removed BEFORE DELETE ON refused_attempt
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER refused_attempt_is_never_emptied BEFORE TRUNCATE ON refused_attempt
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
