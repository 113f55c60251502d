import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tradeoff.client.ApiClient;
import dev.tradeoff.client.ApiException;
import dev.tradeoff.client.api.AcrossComparisonsApi;
import dev.tradeoff.client.api.ComparisonsApi;
import dev.tradeoff.client.api.RecommendingApi;
import dev.tradeoff.client.model.Comparison;
import dev.tradeoff.client.model.ComparisonSummary;
import dev.tradeoff.client.model.ConstraintInput;
import dev.tradeoff.client.model.KindOfHit;
import dev.tradeoff.client.model.Problem;
import dev.tradeoff.client.model.RequirementsInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a service that uses the client would do. */
class Journey {

    private static final String COMPARISON = "nodejs-vs-python-backend";

    private final ApiClient tradeoff = new ApiClient();
    private final ComparisonsApi comparisons = new ComparisonsApi(tradeoff);
    private final RecommendingApi recommending = new RecommendingApi(tradeoff);

    Journey(String address) {
        tradeoff.updateBaseUri(address);
    }

    public static void main(String[] arguments) throws ApiException, JsonProcessingException {
        var journey = new Journey(System.getenv().getOrDefault("TRADEOFF", "http://localhost:8080"));
        journey.listEveryComparison();
        journey.readOneUnlessItIsKnown();
        journey.recommendWithinConstraints();
        journey.searchDespiteATypo();
        journey.beToldWhatToMend();
        System.out.println("journey made");
    }

    private void listEveryComparison() throws ApiException {
        var found = new ArrayList<ComparisonSummary>();
        String cursor = null;
        do {
            var page = comparisons.listComparisons(cursor, 1, null, null, null);
            found.addAll(page.getItems());
            cursor = page.getPage().getNext();
        } while (cursor != null);
        require(found.stream().anyMatch(summary -> summary.getSlug().equals(COMPARISON)), found);
    }

    private void readOneUnlessItIsKnown() throws ApiException {
        var answer = comparisons.getComparisonWithHttpInfo(COMPARISON, null, null);
        Comparison comparison = answer.getData();
        require(
                comparison.getClaims().stream()
                        .anyMatch(claim -> "requests-per-second".equals(claim.getMetric()) && claim.getValue() != null),
                comparison.getClaims());
        var tag = answer.getHeaders().get("etag").getFirst();
        try {
            comparisons.getComparison(COMPARISON, null, null, Map.of("If-None-Match", tag));
            throw new AssertionError("it was sent again");
        } catch (ApiException known) {
            require(known.getCode() == 304, known);
        }
    }

    private void recommendWithinConstraints() throws ApiException {
        var asked = new RequirementsInput()
                .putWeightsItem("concurrency", BigDecimal.valueOf(5))
                .putWeightsItem("ecosystem", BigDecimal.valueOf(2))
                .addConstraintsItem(new ConstraintInput().factor("ecosystem").minimum(BigDecimal.valueOf(2)));
        var answer = recommending.recommend(COMPARISON, asked);
        require(answer.getRanking().getFirst().getOption().equals(answer.getWinner()), answer);
    }

    private void searchDespiteATypo() throws ApiException {
        var kinds = List.of(KindOfHit.CLAIM, KindOfHit.FAQ);
        var page = new AcrossComparisonsApi(tradeoff)
                .search(kinds, null, null, null, null, null, "pyhton threads", null, null);
        require(!page.getItems().isEmpty(), page);
        require(page.getItems().stream().allMatch(hit -> kinds.contains(KindOfHit.fromValue(hit.getKind().getValue()))), page);
    }

    private void beToldWhatToMend() throws JsonProcessingException {
        var asked = new RequirementsInput().putWeightsItem("no-such-factor", BigDecimal.ONE);
        try {
            recommending.recommend(COMPARISON, asked);
            throw new AssertionError("it was answered");
        } catch (ApiException refused) {
            var problem = tradeoff.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            require(problem.getStatus() == 422 && refused.getCode() == 422, problem);
            require(problem.getErrors().getFirst().getPointer().startsWith("/weights/"), problem);
        }
    }

    private static void require(boolean holds, Object otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
