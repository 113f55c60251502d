package dev.tradeoff.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that the linter has found about claims of one comparison.
 *
 * @param severity that of the kind
 */
@Schema(description = "Something that the linter has found about claims of a comparison.")
public record EvidenceFinding(
        Kind kind,
        Severity severity,

        @Schema(description = "Slugs of the claims that it is about: an outlier alone, else all that take part.")
        List<String> claims,

        @Schema(description = "What was found, in words.") String detail,

        @Schema(description = "The numbers of its arithmetic, if it has any: first what went in, then what came out.")
        List<Figure> figures,

        @Schema(description = "What somebody would have to find out or write down to settle it.")
        String settles) {

    public EvidenceFinding {
        if (severity != kind.severity()) {
            throw new IllegalArgumentException("a finding is as severe as its kind");
        }
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
    }

    EvidenceFinding(Kind kind, List<String> claims, String detail, List<Figure> figures, String settles) {
        this(kind, kind.severity(), claims, detail, figures, settles);
    }

    /** What can be found, most severe first. */
    @Schema(
            name = "EvidenceKind",
            description =
                    "`contradiction`: figures of one option and metric are far apart; `outlier`: one is far from all others; `conditions-differ`: they were taken under different load; `unsourced`: nobody says where from; `undated`: nor when; `stale`: too long ago; `unconditioned`: nobody says under which conditions; `consistent`: figures bear a claim out.")
    public enum Kind {
        @JsonProperty("contradiction")
        CONTRADICTION(Severity.HIGH),
        @JsonProperty("outlier")
        OUTLIER(Severity.HIGH),
        @JsonProperty("conditions-differ")
        CONDITIONS_DIFFER(Severity.MEDIUM),
        @JsonProperty("unsourced")
        UNSOURCED(Severity.MEDIUM),
        @JsonProperty("undated")
        UNDATED(Severity.MEDIUM),
        @JsonProperty("stale")
        STALE(Severity.MEDIUM),
        @JsonProperty("unconditioned")
        UNCONDITIONED(Severity.LOW),
        @JsonProperty("consistent")
        CONSISTENT(Severity.INFO);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** Its kebab-case name, as in documents. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How much it matters. */
    @Schema(
            name = "EvidenceSeverity",
            description =
                    "`high`: figures that cannot all hold; `medium`: something that makes claims weak, or incomparable; `low`: something that would be good to know; `info`: good news.")
    public enum Severity {
        /** Figures that cannot all hold. */
        @JsonProperty("high")
        HIGH,
        /** Something that makes claims weak, or incomparable. */
        @JsonProperty("medium")
        MEDIUM,
        /** Something that would be good to know. */
        @JsonProperty("low")
        LOW,
        /** Good news. */
        @JsonProperty("info")
        INFO
    }
}
