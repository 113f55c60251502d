package dev.tradeoff.authoring;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.tradeoff.shared.json.JsonFaults;
import dev.tradeoff.shared.json.JsonRules;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.technology.Technology;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * One comparison or a whole export, as JSON or YAML. It can be read several times, one comparison after the other, so that
 * no more than one is in memory however long the document is.
 */
public final class KnowledgeDocument {

    private static final String TECHNOLOGIES = "technologies";
    private static final String COMPARISONS = "comparisons";
    private static final Set<String> OF_AN_EXPORT = Set.of(TECHNOLOGIES, COMPARISONS);

    private static final ObjectMapper JSON = JsonRules.apply(new ObjectMapper());
    private static final ObjectMapper YAML = JsonRules.apply(
            new YAMLMapper(YAMLFactory.builder().loaderOptions(unlimited()).build()));

    private final ObjectMapper mapper;
    private final byte[] bytes;

    private KnowledgeDocument(ObjectMapper mapper, byte[] bytes) {
        this.mapper = mapper;
        this.bytes = bytes;
    }

    public static KnowledgeDocument json(byte[] bytes) {
        return new KnowledgeDocument(JSON, bytes);
    }

    public static KnowledgeDocument yaml(byte[] bytes) {
        return new KnowledgeDocument(YAML, bytes);
    }

    /** How long a document may be is decided by those who receive it. */
    private static LoaderOptions unlimited() {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /** Is told what the document holds, in its order. */
    interface Reader {

        void technology(Technology technology);

        /** @param pointer JSON Pointer of the comparison in the document */
        void comparison(String pointer, ComparisonDocument comparison);
    }

    /** @throws Refused if it cannot be read, or is of another shape; with line and column where the parser knows them */
    void read(Reader reader) {
        try (var parser = parser()) {
            read(parser, reader);
        } catch (IOException e) {
            throw JsonFaults.problem(e).refused();
        }
    }

    private void read(JsonParser parser, Reader reader) throws IOException {
        try {
            object(parser, parser.nextToken(), "");
            var first = parser.nextFieldName();
            if (first == null) {
                throw fault(parser, "", "says nothing: it must be an export or one comparison");
            }
            if (OF_AN_EXPORT.contains(first)) {
                export(parser, first, reader);
            } else {
                reader.comparison("", value(parser, ComparisonDocument.class, ""));
            }
            if (parser.nextToken() != null) {
                throw fault(parser, "", "goes on after its end");
            }
        } catch (JacksonException e) {
            throw fault(parser, "", e);
        }
    }

    /** The lines in which these places are; of a place that is not there, the line of what it would be in. */
    Map<String, Integer> lines(Set<String> pointers) {
        var lines = new HashMap<String, Integer>();
        try (var parser = parser()) {
            while (parser.nextToken() != null) {
                var pointer = parser.getParsingContext().pathAsPointer().toString();
                lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            // what comes before can be told
        }
        var found = new HashMap<String, Integer>();
        for (var pointer : pointers) {
            var at = pointer;
            while (!at.isEmpty() && !lines.containsKey(at)) {
                at = at.substring(0, at.lastIndexOf('/'));
            }
            found.put(pointer, lines.getOrDefault(at, 1));
        }
        return found;
    }

    private void export(JsonParser parser, String first, Reader reader) throws IOException {
        for (var field = first; field != null; field = parser.nextFieldName()) {
            var pointer = "/" + field;
            if (!OF_AN_EXPORT.contains(field)) {
                throw fault(
                        parser,
                        "/" + Excerpt.of(field).replace("~", "~0").replace("/", "~1"),
                        "is no field here; there are " + COMPARISONS + ", " + TECHNOLOGIES);
            }
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw fault(parser, pointer, "must be a list");
            }
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                var at = pointer + "/" + i;
                object(parser, parser.currentToken(), at);
                if (field.equals(TECHNOLOGIES)) {
                    reader.technology(value(parser, Technology.class, at));
                } else {
                    reader.comparison(at, value(parser, ComparisonDocument.class, at));
                }
            }
        }
    }

    private <T> T value(JsonParser parser, Class<T> type, String pointer) throws IOException {
        try {
            return reader(type).readValue(parser);
        } catch (JacksonException e) {
            throw fault(parser, pointer, e);
        }
    }

    /** A part of the document is read, and what follows it is no mistake. */
    private ObjectReader reader(Class<?> type) {
        return mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private JsonParser parser() throws IOException {
        var parser = mapper.getFactory().createParser(bytes);
        return parser instanceof YAMLParser yaml ? new WithoutAliases(yaml) : parser;
    }

    private static void object(JsonParser parser, @Nullable JsonToken token, String pointer) {
        if (token != JsonToken.START_OBJECT) {
            throw fault(parser, pointer, token == null ? "is empty" : "must be an object");
        }
    }

    private static Refused fault(JsonParser parser, String pointer, String detail) {
        var at = parser.currentTokenLocation();
        return refused(
                pointer, detail, at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    private static Refused fault(JsonParser parser, String pointer, JacksonException e) {
        var syntax = syntax(e);
        return syntax == null
                ? refused(
                        pointer + JsonFaults.flaw(e).pointer(),
                        JsonFaults.flaw(e).detail(),
                        JsonFaults.place(e))
                : refused(
                        parser.getParsingContext().pathAsPointer().toString(),
                        syntax instanceof Alias
                                ? "is an alias; write again what it stands for"
                                : JsonFaults.flaw(syntax).detail(),
                        JsonFaults.place(syntax));
    }

    /** What the parser itself stumbled over, who knows where it is; null if it is the shape that is wrong. */
    private static @Nullable JacksonException syntax(JacksonException e) {
        if (!(e instanceof DatabindException)) {
            return e;
        }
        return e.getCause() instanceof JacksonException cause ? syntax(cause) : null;
    }

    private static Refused refused(String pointer, String detail, String place) {
        var said = (pointer.isEmpty() ? "The document" : pointer) + " " + detail
                + (place.isEmpty() ? "" : " (" + place + ")");
        return new Problem.InvalidBody(
                        said + ".",
                        List.of(new Problem.Flaw(pointer, detail + (place.isEmpty() ? "" : " (" + place + ")"))))
                .refused();
    }

    /** A few aliases can stand for more than any memory holds, and the parser would give their names as text. */
    private static final class WithoutAliases extends JsonParserDelegate {

        private final YAMLParser yaml;

        WithoutAliases(YAMLParser yaml) {
            super(yaml);
            this.yaml = yaml;
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            var token = super.nextToken();
            if (yaml.isCurrentAlias()) {
                throw new Alias(this);
            }
            return token;
        }
    }

    private static final class Alias extends JsonParseException {

        private static final long serialVersionUID = 1;

        Alias(JsonParser parser) {
            super(parser, "an alias");
        }
    }
}
