package dev.tradeoff.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads the audit: its entries and the counted attempts as one list, newest first. */
@Singleton
final class AuditTrail {

    private static final String BOTH = """
            from (select id, at, actor, actor_kind, actor_id, roles, address, action, target, outcome, request_id,
                         cast(1 as bigint) as count, cast(null as timestamptz) as last_at, cast(details as text) as details
                  from audit_entry
                  union all
                  select id, minute, 'anonymous', 'anonymous', null, '', address, 'attempt', null, 'refused', null,
                         count, last_at, null
                  from refused_attempt) entry
            where true""";

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final EntityManager database;
    private final ObjectMapper json;

    AuditTrail(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What entries are looked for; all conditions must hold. */
    static final class Search {

        private final StringBuilder conditions = new StringBuilder(BOTH);
        private final Map<String, Object> values = new LinkedHashMap<>();

        Search where(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.append(" and ").append(condition);
                values.put(name, value);
            }
            return this;
        }

        /** What the filters are, for a cursor to belong to. */
        String identity() {
            return "audit " + values;
        }
    }

    /** Entries older than the one of the given number. */
    List<AuditEntry> page(Search search, long before, int limit) {
        var query = database.createNativeQuery(
                        "select entry.* " + search.conditions + " and id < :before order by id desc limit :limit",
                        Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("actor", String.class)
                .addScalar("actor_kind", String.class)
                .addScalar("actor_id", String.class)
                .addScalar("roles", String.class)
                .addScalar("address", String.class)
                .addScalar("action", String.class)
                .addScalar("target", String.class)
                .addScalar("outcome", String.class)
                .addScalar("request_id", String.class)
                .addScalar("count", Long.class)
                .addScalar("last_at", Instant.class)
                .addScalar("details", String.class);
        search.values.forEach(query::setParameter);
        query.setParameter("before", before).setParameter("limit", limit);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> entry((Tuple) row)).toList();
    }

    int countUpTo(Search search, int most) {
        var query = database.createNativeQuery(
                "select count(*) from (select 1 " + search.conditions + " limit :most) some", Long.class);
        search.values.forEach(query::setParameter);
        return ((Number) query.setParameter("most", most).getSingleResult()).intValue();
    }

    private AuditEntry entry(Tuple row) {
        var roles = row.get("roles", String.class);
        return new AuditEntry(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                row.get("actor", String.class),
                row.get("actor_kind", String.class),
                row.get("actor_id", String.class),
                roles.isEmpty() ? List.of() : List.of(roles.split(" ")),
                row.get("address", String.class),
                row.get("action", String.class),
                row.get("target", String.class),
                row.get("outcome", String.class),
                row.get("request_id", String.class),
                row.get("count", Long.class),
                row.get("last_at", Instant.class),
                details(row.get("details", String.class)));
    }

    private @Nullable Map<String, Object> details(@Nullable String document) {
        if (document == null) {
            return null;
        }
        try {
            return document.startsWith("{")
                    ? json.readValue(document, DETAILS)
                    : Map.of("value", json.readValue(document, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the database has as JSON can be read", e);
        }
    }
}
