package dev.tradeoff.evidence;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.knowledge.Claim;
import java.time.LocalDate;
import java.util.List;

/** Claims that are older than the shelf life of their metric. One that is as old as that is still good. */
final class Staleness {

    private final EvidenceSettings settings;
    private final LocalDate asOf;
    private final Report report;

    Staleness(EvidenceSettings settings, LocalDate asOf, Report report) {
        this.settings = settings;
        this.asOf = asOf;
        this.report = report;
    }

    void find(List<Claim> claims) {
        claims.forEach(this::look);
    }

    private void look(Claim claim) {
        var observedOn = claim.observedOn();
        var shelfLife = settings.shelfLifeOf(claim.metric());
        if (observedOn != null && asOf.isAfter(observedOn.plus(shelfLife))) {
            report.mark(ClaimIssue.STALE, claim);
            report.add(
                    new EvidenceFinding(
                            Kind.STALE,
                            List.of(claim.slug()),
                            "The claim " + claim.slug() + " was observed on " + observedOn + "; on " + asOf
                                    + " that is longer ago than the shelf life of its metric, "
                                    + Wording.period(shelfLife) + ".",
                            List.of(),
                            "Find out whether it still holds, and write down the day (`observedOn`); or mark it as `deprecated`."));
        }
    }
}
