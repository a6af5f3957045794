package press.broadsheet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTokenTest {
    private static final String SECRET = "0123456789abcdefABCDEF01";

    @Test
    void a_token_is_read_as_it_is_written() {
        ApiKeyToken token = ApiKeyToken.random();

        assertThat(ApiKeyToken.parse(token.text())).contains(token);
    }

    @Test
    void two_random_tokens_have_nothing_in_common() {
        ApiKeyToken one = ApiKeyToken.random();
        ApiKeyToken other = ApiKeyToken.random();

        assertThat(one.keyId()).isNotEqualTo(other.keyId());
        assertThat(one.secret()).isNotEqualTo(other.secret()).hasSize(48);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bs_",
                "bs_abcd_",
                "bs_abc_" + SECRET,
                "bs_ABCD_" + SECRET,
                "bs_abcd_tooshort",
                "bs_abcd_0123456789abcdefABCDEF0",
                "bs_abcd_0123456789abcdef-ABCDEF01",
                "bs_abcd_" + SECRET + " ",
                "bs_abcd_" + SECRET + "\n",
                " bs_abcd_" + SECRET,
                "BS_abcd_" + SECRET,
                "sk_abcd_" + SECRET,
                "bs_abcd_ef_" + SECRET
            })
    void anything_else_is_no_token(String text) {
        assertThat(ApiKeyToken.parse(text)).isEmpty();
    }

    @Test
    void what_is_stored_is_the_hash_of_the_secret_alone() {
        byte[] hash = new ApiKeyToken("abcd", "abc").secretHash();

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new ApiKeyToken("efgh", "abc").secretHash()).isEqualTo(hash);
    }

    @Test
    void its_text_for_logs_holds_no_secret() {
        assertThat(new ApiKeyToken("abcd", SECRET).toString()).contains("abcd").doesNotContain(SECRET);
    }
}
