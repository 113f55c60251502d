package dev.tradeoff.published;

import dev.tradeoff.authoring.Publication;
import dev.tradeoff.shared.memory.MappedBytes.Kept;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;

/**
 * The latest revision of a comparison, without its document.
 *
 * @param archived whether only its history is read
 * @param whole the whole comparison as it is answered, outside of the heap
 * @param length of its JSON, in bytes
 * @param tag its entity tag
 */
record Latest(Publication publication, boolean archived, Kept whole, int length, String tag) {

    String slug() {
        return publication.comparison();
    }

    int number() {
        return publication.revision();
    }

    /** The answer to who asks for the whole comparison. */
    Representation answer() {
        return Representation.unpacked(whole.read(), length, tag, Caching.REVALIDATED);
    }
}
