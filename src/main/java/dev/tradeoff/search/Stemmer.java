package dev.tradeoff.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Brings English words to one form, which is a word again (Krovetz, 1993). Of one thread. */
final class Stemmer {

    private final OneWord word = new OneWord();
    private final TokenStream stemmed = new KStemFilter(word);
    private final CharTermAttribute result = stemmed.addAttribute(CharTermAttribute.class);

    String stem(String spelling) {
        try {
            word.say(spelling);
            stemmed.incrementToken();
            return result.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OneWord extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        void say(String spelling) {
            term.setEmpty().append(spelling);
        }

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
