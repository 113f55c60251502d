package dev.tradeoff.webhook;

import dev.tradeoff.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks that were made. Call within a transaction. */
@ApplicationScoped
class Webhooks {

    private static final String INSERT = """
            insert into webhook (id, url, comparison, technology, description, secret, created_at, created_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String VIEW = """
            select w.id, w.url, w.comparison, w.technology, w.description, w.created_at, w.created_by, w.disabled_at,
            (select count(*) from webhook_delivery d where d.webhook = w.id and d.due_at is not null) as waiting,
            last.id as message, last.kind, last.state, last.attempts, last.attempted_at, last.status, last.failure,
            case when last.due_at > '-infinity' then last.due_at end as due_at
            from webhook w left join lateral (
                select * from webhook_delivery d where d.webhook = w.id
                order by d.attempted_at desc nulls last, d.place desc, d.created_at desc limit 1) last on true""";

    private static final String PING = """
            insert into webhook_delivery (webhook, kind, place, created_at) values (?, 'ping', 0, ?)""";

    private final Statements statements;

    Webhooks(Statements statements) {
        this.statements = statements;
    }

    void add(String id, NewWebhook wanted, Secret secret, Instant now, String maker) {
        statements.change(
                INSERT,
                id,
                wanted.url(),
                wanted.comparison(),
                wanted.technology(),
                wanted.description(),
                secret.key(),
                now,
                maker);
    }

    int count() {
        return statements
                .first("select count(*) from webhook", row -> row.getInt(1))
                .orElse(0);
    }

    /** All of them, newest first. */
    List<WebhookView> all() {
        return statements.all(VIEW + " order by w.created_at desc, w.id", Webhooks::view);
    }

    Optional<WebhookView> find(String id) {
        return statements.first(VIEW + " where w.id = ?", Webhooks::view, id);
    }

    /** With all that was to be sent to it. */
    void remove(String id) {
        statements.change("delete from webhook where id = ?", id);
    }

    /** Has a message sent that tells of nothing. */
    void ping(String id, Instant now) {
        statements.change(PING, id, now);
    }

    private static WebhookView view(ResultSet row) throws SQLException {
        var disabledAt = time(row, "disabled_at");
        return new WebhookView(
                row.getString("id"),
                row.getString("url"),
                row.getString("comparison"),
                row.getString("technology"),
                row.getString("description"),
                disabledAt == null ? "active" : "disabled",
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                disabledAt,
                row.getInt("waiting"),
                attempt(row));
    }

    private static WebhookView.@Nullable Attempt attempt(ResultSet row) throws SQLException {
        var id = row.getObject("message", UUID.class);
        return id == null
                ? null
                : new WebhookView.Attempt(
                        Delivery.messageId(id),
                        Delivery.Kind.of(row.getString("kind")).type(),
                        row.getString("state"),
                        row.getInt("attempts"),
                        time(row, "attempted_at"),
                        row.getObject("status", Integer.class),
                        row.getString("failure"),
                        time(row, "due_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
