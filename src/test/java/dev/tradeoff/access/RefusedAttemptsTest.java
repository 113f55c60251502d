package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose attempts are counted together. */
class RefusedAttemptsTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "2001:db8::1, 2001:db8:0:0::/64",
        "::1, 0:0:0:0::/64",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "local, local",
        "no:address, no:address",
        "fe80:0:0:0:1:2:3:4, fe80:0:0:0::/64"
    })
    void addresses_of_one_network_count_as_one(String address, String counted) {
        assertThat(RefusedAttempts.network(address)).isEqualTo(counted);
    }
}
