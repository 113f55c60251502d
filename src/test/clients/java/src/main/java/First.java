import dev.tradeoff.client.ApiClient;
import dev.tradeoff.client.ApiException;
import dev.tradeoff.client.api.RecommendingApi;
import dev.tradeoff.client.model.Experience;
import dev.tradeoff.client.model.RequirementsInput;

class First {
    public static void main(String[] arguments) throws ApiException {
        var tradeoff = new ApiClient();
        tradeoff.updateBaseUri(System.getenv().getOrDefault("TRADEOFF", "http://localhost:8080"));
        var asked = new RequirementsInput()
                .addUseCasesItem("real-time-applications")
                .putExperienceItem("nodejs", Experience.GOOD);
        var answer = new RecommendingApi(tradeoff).recommend("nodejs-vs-python-backend", asked);
        var claims = answer.getEvidence().getClaims();
        System.out.printf("%s (%s), from %d claims%n", answer.getWinner(), answer.getVerdict(), claims.size());
    }
}
