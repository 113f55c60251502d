package dev.tradeoff.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Problem.Flaw;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The webhook that an administrator wants. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewWebhook", description = "A webhook to be made.", requiredProperties = "url")
record NewWebhook(
        @Schema(
                description =
                        "Where messages are sent: an absolute address that begins with `https`, with a host name or an IPv4 address.",
                format = "uri",
                maxLength = 2000)
        String url,

        @Schema(description = "Slug of a comparison: messages of it alone.", maxLength = 80) @Nullable
        String comparison,

        @Schema(
                description = "Slug or alias of a technology: messages of comparisons that concern it or a part of it.",
                maxLength = 200)
        @Nullable
        String technology,

        @Schema(description = "What it is for.", maxLength = 200) @Nullable
        String description) {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST = 200;
    private static final Pattern SLUG = Pattern.compile("(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    NewWebhook {
        url = Objects.requireNonNullElse(url, "").strip();
        description = Objects.requireNonNullElse(description, "").strip();
    }

    /**
     * The same with the technology's slug.
     *
     * @param technologies finds the slug of a technology by that or another of its names
     * @throws dev.tradeoff.shared.problem.Refused naming all that is wrong
     */
    NewWebhook checked(WebhookSettings settings, UnaryOperator<Optional<String>> technologies) {
        var flaws = new ArrayList<Flaw>();
        flaw(settings).ifPresent(detail -> flaws.add(new Flaw("/url", detail)));
        if (comparison != null && !SLUG.matcher(comparison).matches()) {
            flaws.add(new Flaw("/comparison", "must be the slug of a comparison"));
        }
        var slug = technologies.apply(Optional.ofNullable(technology));
        if (technology != null && slug.isEmpty()) {
            flaws.add(new Flaw("/technology", "must be a technology that there is"));
        }
        if (description != null && description.length() > LONGEST) {
            flaws.add(new Flaw("/description", "must have at most " + LONGEST + " characters"));
        }
        if (!flaws.isEmpty()) {
            throw new Problem.BrokenRules("The webhook cannot be made like this.", List.copyOf(flaws)).refused();
        }
        return new NewWebhook(url, comparison, slug.orElse(null), description);
    }

    private Optional<String> flaw(WebhookSettings settings) {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("must be an absolute address, such as https://hooks.example.org/tradeoff");
        }
        var scheme = String.valueOf(address.getScheme());
        boolean tls = scheme.equals("https");
        if (!tls && !(scheme.equals("http") && settings.allowHttp())) {
            return Optional.of("must begin with https://");
        }
        var host = address.getHost();
        if (host == null || host.startsWith("[")) {
            return Optional.of("must have a host name, in ASCII, or an IPv4 address");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null || url.length() > LONGEST_URL) {
            return Optional.of("must have neither a user nor a fragment, and at most " + LONGEST_URL + " characters");
        }
        return settings.allowPrivateAddresses() || !isPrivate(host)
                ? Optional.empty()
                : Optional.of("must not be an address of a private network");
    }

    /** Names are looked up whenever something is sent. */
    private static boolean isPrivate(String host) {
        try {
            return IPV4.matcher(host).matches() && !Addresses.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
