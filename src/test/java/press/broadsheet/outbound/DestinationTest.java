package press.broadsheet.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example",
                "https://hooks.example/in?from=courier&x=%20",
                "https://hooks.example:443/in",
                "https://hooks.example:80/in",
                "https://93.184.215.14/in",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/in",
                "https://xn--bcher-kva.example/"
            })
    void an_address_that_anybody_may_reach_has_no_fault(String url) {
        assertThat(Destination.fault(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example",
                "//hooks.example/in",
                "https:hooks.example",
                "https:///in",
                "HTTPS",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "gopher://hooks.example:70/_x",
                "jar:https://hooks.example/a.jar!/",
                "javascript:alert(1)",
                "data:text/plain,x",
                "https://user:secret@hooks.example/",
                "https://hooks.example@127.0.0.1/",
                "https://hooks.example/#part",
                "https://hooks.example:0/",
                "https://hooks.example:65536/",
                "https://hooks.example:99999999999/",
                "https://hooks example/",
                "https://hooks.example/a b",
                "https://b\u00fccher.example/",
                "https://hooks_example/",
                "https://hooks.example\u3002evil.example/",
                "https://\uff11\uff12\uff17.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.1./",
                "https://1.2.3.256/",
                "https://hooks.1/",
                "https://[fe80::1%25eth0]/"
            })
    void what_is_none_or_not_in_its_usual_spelling_is_refused_wherever_it_may_lead(String url) {
        assertThat(Destination.fault(url, true)).isPresent();
        assertThat(Destination.fault(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/",
                "https://hooks.example:8443/",
                "https://hooks.example:22/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fd00:ec2::254]/"
            })
    void what_only_this_server_may_reach_is_refused_unless_allowed(String url) {
        assertThat(Destination.fault(url, false)).isPresent();
        assertThat(Destination.fault(url, true)).isEmpty();
    }

    @Test
    void it_knows_what_a_request_needs() {
        Destination plain = Destination.of("https://hooks.example");
        assertThat(plain.host()).isEqualTo("hooks.example");
        assertThat(plain.port()).isEqualTo(443);
        assertThat(plain.target()).isEqualTo("/");

        Destination full = Destination.of("http://[::1]:8080/a%2Fb?c=%20d");
        assertThat(full.host()).isEqualTo("::1");
        assertThat(full.port()).isEqualTo(8080);
        assertThat(full.target()).isEqualTo("/a%2Fb?c=%20d");
    }
}
