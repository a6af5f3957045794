package press.broadsheet.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private static final List<String> PROXIES =
            List.of("10.0.0.1", "192.168.0.0/16", "[2001:db8:ff::]:8080", "proxy.internal");

    private final ClientAddress trusting = new ClientAddress(true, false, Optional.of(PROXIES));

    @ParameterizedTest
    @CsvSource({
        // Nobody in between: the client speaks for itself.
        "203.0.113.7, '', 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        // One proxy, which appends where it was asked from.
        "10.0.0.1, 203.0.113.7, 203.0.113.7",
        "10.0.0.1, '198.51.100.1 203.0.113.7', 203.0.113.7",
        "10.0.0.1, '10.0.0.1 203.0.113.7', 203.0.113.7",
        "10.0.0.1, '198.51.100.1 203.0.113.7:4711', 203.0.113.7",
        // Several.
        "10.0.0.1, '198.51.100.1 203.0.113.7 192.168.3.4', 203.0.113.7",
        "10.0.0.1, '192.168.9.9 192.168.3.4', 192.168.9.9",
        "2001:db8:ff::, 203.0.113.7, 203.0.113.7",
        // What is no address ends the chain.
        "10.0.0.1, 'unknown', 10.0.0.1",
        "10.0.0.1, '203.0.113.7 unknown', 10.0.0.1",
        "10.0.0.1, '203.0.113.7 proxy.internal', 10.0.0.1",
        "10.0.0.1, '', 10.0.0.1"
    })
    void the_last_hop_that_is_no_proxy_counts(String peer, String hops, String expected) {
        assertThat(trusting.of(peer, hops.isEmpty() ? List.of() : List.of(hops.split(" ", -1))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::1, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        "::ffff:203.0.113.7, 203.0.113.7",
        "203.0.113.7, 203.0.113.7"
    })
    void of_ipv6_the_network_counts(String peer, String expected) {
        assertThat(trusting.of(peer, List.of())).isEqualTo(expected);
        assertThat(trusting.of("10.0.0.1", List.of(peer))).isEqualTo(expected);
        assertThat(trusting.of("10.0.0.1", List.of("[" + peer.replaceAll("^203.*", "2001:db8::1") + "]:443")))
                .isNotEqualTo("10.0.0.1");
    }

    @Test
    void nobody_is_believed_unless_it_is_configured() {
        ClientAddress plain = new ClientAddress(false, false, Optional.of(PROXIES));
        ClientAddress anybody = new ClientAddress(true, false, Optional.empty());

        assertThat(plain.of("10.0.0.1", List.of("203.0.113.7"))).isEqualTo("10.0.0.1");
        assertThat(anybody.of("10.0.0.1", List.of("203.0.113.7"))).isEqualTo("10.0.0.1");
    }
}
