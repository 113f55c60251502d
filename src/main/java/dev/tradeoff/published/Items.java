package dev.tradeoff.published;

import dev.tradeoff.shared.web.PageInfo;
import java.util.List;

/** A list as every list is answered. */
record Items<T>(List<T> items, PageInfo page) {

    static <T> Items<T> whole(List<T> items) {
        return new Items<>(items, PageInfo.whole(items.size()));
    }
}
