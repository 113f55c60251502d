package dev.tradeoff.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Tells readers that what they see changes with the running transaction: those of other replicas by {@code NOTIFY}, those
 * of this one by an event. Both arrive when, and only if, the transaction commits.
 */
@ApplicationScoped
public class Announcements {

    /** Where replicas listen. */
    public static final String CHANNEL = "tradeoff_published";

    /** Key of the advisory lock that puts changes in one order; any number that nothing else in the database uses. */
    private static final long IN_ONE_ORDER = 0x7472_6164_656f_6666L;

    private final EntityManager database;
    private final Sequences sequences;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Change> event;

    Announcements(
            EntityManager database,
            Sequences sequences,
            TransactionSynchronizationRegistry transaction,
            Event<Change> event) {
        this.database = database;
        this.sequences = sequences;
        this.transaction = transaction;
        this.event = event;
    }

    /** Fired once for each transaction that changes what readers see. */
    public record Change() {}

    /**
     * Draws the place of a change among all that readers see, and announces it. Transactions that announce are
     * committed in the order of their numbers, so that a reader who knows one number knows all before it.
     */
    public long announce() {
        boolean first = transaction.getResource(Announcements.class) == null;
        if (first) {
            sequences.lock(IN_ONE_ORDER); // until the transaction ends
        }
        long change = sequences.next("change_sequence");
        if (first) {
            transaction.putResource(Announcements.class, change);
            database.createNativeQuery("select 1 from pg_notify(:channel, '')", Integer.class)
                    .setParameter("channel", CHANNEL)
                    .getSingleResult();
            event.fire(new Change());
        }
        return change;
    }
}
