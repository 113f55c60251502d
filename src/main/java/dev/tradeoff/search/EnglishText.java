package dev.tradeoff.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How English text with names of software in it becomes words: {@code Node.js} is found as it is, as node and as js. */
final class EnglishText extends Analyzer {

    private static final CharArraySet STOP_WORDS = EnglishAnalyzer.getDefaultStopSet();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream text = new EnglishPossessiveFilter(words);
        text = new WordDelimiterGraphFilter(
                text,
                WordDelimiterGraphFilter.GENERATE_WORD_PARTS
                        | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
                        | WordDelimiterGraphFilter.PRESERVE_ORIGINAL,
                null);
        text = new FlattenGraphFilter(text);
        text = new LowerCaseFilter(text);
        text = new StopFilter(text, STOP_WORDS);
        return new TokenStreamComponents(words, new KStemFilter(text));
    }
}
