package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several ask for at the same time is done once. */
class SharedWorkTest {

    private final SharedWork<String, String> shared = new SharedWork<>();
    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private int calledOff;

    private UniAssertSubscriber<String> ask(String key) {
        return shared.of(key, () -> Uni.createFrom()
                        .<String>emitter(begun::add)
                        .onCancellation()
                        .invoke(() -> calledOff++))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void all_who_ask_meanwhile_get_what_is_done_once() {
        var first = ask("a");
        var second = ask("a");
        assertThat(begun).hasSize(1);
        begun.getFirst().complete("done");
        first.assertCompleted().assertItem("done");
        second.assertCompleted().assertItem("done");
    }

    @Test
    void all_are_told_how_it_failed_and_the_next_who_asks_begins_anew() {
        var first = ask("a");
        var second = ask("a");
        begun.getFirst().fail(new IllegalStateException("too busy"));
        first.assertFailedWith(IllegalStateException.class, "too busy");
        second.assertFailedWith(IllegalStateException.class, "too busy");
        var third = ask("a");
        begun.get(1).complete("done");
        third.assertItem("done");
    }

    @Test
    void what_is_asked_for_afterwards_or_is_another_question_is_done_by_itself() {
        ask("a");
        ask("b");
        begun.getFirst().complete("done");
        ask("a");
        assertThat(begun).hasSize(3);
    }

    @Test
    void it_goes_on_as_long_as_one_waits_and_is_called_off_when_the_last_has_gone() {
        var first = ask("a");
        var second = ask("a");
        first.cancel();
        assertThat(calledOff).isZero();
        second.cancel();
        assertThat(calledOff).isEqualTo(1);
        ask("a");
        assertThat(begun).hasSize(2);
    }

    @Test
    void what_cannot_even_be_begun_fails_for_who_asked_and_holds_nobody_up() {
        assertThatThrownBy(() -> shared.of("a", () -> {
                            throw new IllegalStateException("no");
                        })
                        .await()
                        .indefinitely())
                .hasMessage("no");
        ask("a");
        assertThat(begun).hasSize(1);
    }
}
