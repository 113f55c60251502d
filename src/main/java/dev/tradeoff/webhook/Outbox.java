package dev.tradeoff.webhook;

import dev.tradeoff.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, and what has become of it. A webhook is one replica's at a time, and its messages go one after the
 * other. What was sent and not noted, because the replica ended in between, is sent again by another.
 */
@ApplicationScoped
class Outbox {

    /** Longer than what is sent in it takes. */
    static final Duration TURN = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int REMOVED_AT_A_TIME = 100;

    private static final String TAKE_TURN = """
            update webhook set turn_until = ? where id = (
                select w.id from webhook w
                where w.disabled_at is null and (w.turn_until is null or w.turn_until < ?)
                and exists (select 1 from webhook_delivery d where d.webhook = w.id and d.due_at <= ?)
                order by (select min(d.due_at) from webhook_delivery d where d.webhook = w.id) limit 1
                for no key update skip locked)
            returning id, url, secret""";

    private static final String DUE = """
            select d.id, d.kind, d.place, d.comparison, d.revision, d.title, d.created_at, d.attempts
            from webhook_delivery d join webhook w on w.id = d.webhook
            where d.webhook = ? and d.due_at <= ? and w.disabled_at is null and w.turn_until = ?
            order by d.place, d.created_at limit 1""";

    private static final String DONE = """
            update webhook_delivery set state = ?, due_at = null, attempts = attempts + 1, attempted_at = ?, status = ?,
            failure = ? where id = ?""";

    private static final String AGAIN = """
            update webhook_delivery set due_at = ?, attempts = attempts + 1, attempted_at = ?, status = ?, failure = ?
            where id = ?""";

    private static final String GIVE_UP_ALL = """
            update webhook_delivery set state = 'given-up', due_at = null, attempted_at = ?,
            failure = coalesce(failure, 'The webhook was disabled.') where webhook = ? and due_at is not null""";

    private static final String REMOVE_OLD = """
            delete from webhook_delivery where id in (select id from webhook_delivery
            where due_at is null and attempted_at < ? limit ? for update skip locked)""";

    private final Statements statements;
    private final Clock clock;

    Outbox(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** A webhook whose messages are this replica's to send until then. */
    record Turn(String webhook, URI url, Secret secret, Instant until) {}

    /** The webhook that has waited longest for something to be sent, if there is one that nobody else sends to. */
    @Transactional
    Optional<Turn> takeTurn() {
        var now = clock.instant();
        var until = now.plus(TURN);
        return statements.first(
                TAKE_TURN,
                row -> new Turn(
                        row.getString("id"),
                        URI.create(row.getString("url")),
                        new Secret(row.getBytes("secret")),
                        until),
                until,
                now,
                now);
    }

    /** What of it is due next; empty, too, if the turn was lost. */
    @Transactional
    Optional<Delivery> due(Turn turn) {
        return statements.first(DUE, Outbox::delivery, turn.webhook(), clock.instant(), turn.until());
    }

    @Transactional
    void endTurn(Turn turn) {
        statements.change(
                "update webhook set turn_until = null where id = ? and turn_until = ?", turn.webhook(), turn.until());
    }

    /** Notes what became of an attempt: it is done, or waits for the next one, or is given up. */
    @Transactional
    void note(Turn turn, Delivery delivery, Outcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Taken(int status) -> {
                done(delivery, "delivered", now, status, null);
                statements.change(REMOVE_OLD, now.minus(KEPT), REMOVED_AT_A_TIME);
            }
            case Outcome.Refused(int status) -> again(delivery, now, status, "The receiver answered " + status + ".");
            case Outcome.Unreached(var reason) -> again(delivery, now, null, reason);
            case Outcome.Gone(int status) -> {
                done(delivery, "given-up", now, status, "The receiver wants no more messages.");
                statements.change("update webhook set disabled_at = ? where id = ?", now, turn.webhook());
                statements.change(GIVE_UP_ALL, now, turn.webhook());
            }
        }
    }

    private void again(Delivery delivery, Instant now, @Nullable Integer status, String failure) {
        RetrySchedule.pauseAfter(delivery.attempts() + 1)
                .ifPresentOrElse(
                        pause -> statements.change(AGAIN, now.plus(pause), now, status, failure, delivery.id()),
                        () -> done(delivery, "given-up", now, status, failure));
    }

    private void done(
            Delivery delivery, String state, Instant now, @Nullable Integer status, @Nullable String failure) {
        statements.change(DONE, state, now, status, failure, delivery.id());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                Delivery.Kind.of(row.getString("kind")),
                row.getLong("place"),
                row.getString("comparison"),
                row.getInt("revision"),
                row.getString("title"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
