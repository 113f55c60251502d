package dev.tradeoff.recommendation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once for all who ask for the same at the same time. It is called off when none of them waits for it any
 * more; how it ends, they are all told.
 */
final class SharedWork<K, T> {

    private final ConcurrentMap<K, Work> underway = new ConcurrentHashMap<>();

    /** @param work is begun by the first who asks */
    Uni<T> of(K key, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(asker -> join(key, work, asker));
    }

    private void join(K key, Supplier<Uni<T>> work, UniEmitter<? super T> asker) {
        var own = new Work(key);
        while (true) {
            var others = underway.putIfAbsent(key, own);
            var joined = others == null ? own : others;
            if (joined.take(asker)) {
                asker.onTermination(() -> joined.leave(asker));
                if (joined == own) {
                    own.begin(work.get());
                }
                return;
            }
        }
    }

    private final class Work {

        private final K key;
        private final List<UniEmitter<? super T>> askers = new ArrayList<>();
        private @Nullable Cancellable work;
        private boolean over;

        Work(K key) {
            this.key = key;
        }

        /** Whether it was not over yet. */
        synchronized boolean take(UniEmitter<? super T> asker) {
            return !over && askers.add(asker);
        }

        void begin(Uni<T> todo) {
            var begun = todo.subscribe()
                    .with(done -> end().forEach(asker -> asker.complete(done)), failure -> end().forEach(
                                    asker -> asker.fail(failure)));
            if (!isUnderway(begun)) {
                begun.cancel(); // all have gone meanwhile, or it is done
            }
        }

        private synchronized boolean isUnderway(Cancellable begun) {
            work = begun;
            return !over;
        }

        private synchronized List<UniEmitter<? super T>> end() {
            over = true;
            underway.remove(key, this);
            return List.copyOf(askers);
        }

        void leave(UniEmitter<? super T> asker) {
            var abandoned = withdrawn(asker);
            if (abandoned != null) {
                abandoned.cancel();
            }
        }

        /** What is to be called off, if that was the last who waited for it. */
        private synchronized @Nullable Cancellable withdrawn(UniEmitter<? super T> asker) {
            askers.remove(asker);
            if (over || !askers.isEmpty()) {
                return null;
            }
            over = true;
            underway.remove(key, this);
            return work;
        }
    }
}
