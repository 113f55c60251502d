package dev.tradeoff.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token of our own as its holder sends it, {@code tradeoff_<id>_<secret>}.
 *
 * @param id 16 letters and digits, which may be known
 * @param secret 256 random bits, base64url
 */
record ApiToken(String id, String secret) {

    /** What tells tokens of our own from those of an issuer. */
    static final String PREFIX = "tradeoff_";

    private static final Pattern FORM = Pattern.compile("tradeoff_([a-z0-9]{16})_([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiToken random() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new ApiToken(
                RandomId.next(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<ApiToken> parse(String token) {
        var matcher = FORM.matcher(token);
        return matcher.matches() ? Optional.of(new ApiToken(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** What is kept of the secret. */
    byte[] digest() {
        return sha256(secret);
    }

    String text() {
        return PREFIX + id + '_' + secret;
    }

    /** Without the secret: a record's own would end in a log one day. */
    @Override
    public String toString() {
        return PREFIX + id;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
