-- Changes: publications by time, and what tells this service's feeds from those of others.

CREATE INDEX revision_published_at_ix ON revision (published_at);

-- One row. Feeds are known again by it wherever the service is reached.
CREATE TABLE installation (
    id            uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT installation_pk PRIMARY KEY,
    is_only       boolean     NOT NULL DEFAULT true CONSTRAINT installation_only_uq UNIQUE,
    CONSTRAINT installation_is_the_only_one CHECK (is_only)
);
INSERT INTO installation DEFAULT VALUES;
