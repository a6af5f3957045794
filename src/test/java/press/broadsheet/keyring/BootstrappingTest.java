package press.broadsheet.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.access.Role;
import press.broadsheet.testing.Log;
import press.broadsheet.testing.Newsroom;

/** First starts on a database without keys, each in a transaction that is rolled back. */
@QuarkusTest
class BootstrappingTest {
    private final ApiKeyRepository keys;
    private final ApiKeyEditing editing;
    private Log log;

    BootstrappingTest(ApiKeyRepository keys, ApiKeyEditing editing) {
        this.keys = keys;
        this.editing = editing;
    }

    @BeforeEach
    void forgetKeys() {
        QuarkusTransaction.begin();
        keys.deleteAll();
        log = Log.from(Level.INFO);
    }

    @AfterEach
    void rememberKeys() {
        log.close();
        QuarkusTransaction.rollback();
    }

    @Test
    void a_key_is_made_and_shown_once() {
        start(Optional.empty());
        start(Optional.empty());

        assertThat(shown()).hasSize(1);
        String shown = shown().get(0).substring(shown().get(0).lastIndexOf(' ') + 1);
        ApiKeyToken token = ApiKeyToken.parse(shown).orElseThrow();
        assertThat(keys.count()).isEqualTo(1);
        ApiKey key = keys.findById(token.keyId());
        assertThat(key.role()).isEqualTo(Role.ADMIN);
        assertThat(storedHashOf(key.keyId())).isEqualTo(token.secretHash());
    }

    @Test
    void a_key_that_is_given_is_kept_and_never_shown() {
        start(Optional.of(Newsroom.KEY));

        assertThat(shown()).isEmpty();
        ApiKeyToken token = ApiKeyToken.parse(Newsroom.KEY).orElseThrow();
        assertThat(storedHashOf(token.keyId())).isEqualTo(token.secretHash());
    }

    @Test
    void a_key_that_is_given_later_changes_nothing() {
        start(Optional.empty());
        start(Optional.of(Newsroom.KEY));

        assertThat(keys.count()).isEqualTo(1);
        assertThat(keys.findByIdOptional("tests")).isEmpty();
    }

    @Test
    void a_key_of_another_form_stops_the_start_and_is_not_repeated() {
        assertThatThrownBy(() -> start(Optional.of("hunter2")))
                .hasMessageContaining("BROADSHEET_BOOTSTRAP_KEY")
                .hasMessageNotContaining("hunter2");
        assertThat(keys.count()).isZero();
    }

    private byte[] storedHashOf(String keyId) {
        return keys.getEntityManager()
                .createQuery("select k.secretHash from ApiKey k where k.keyId = :id", byte[].class)
                .setParameter("id", keyId)
                .getSingleResult();
    }

    private void start(Optional<String> configured) {
        new Bootstrapping(keys, editing, () -> configured).start(new StartupEvent());
    }

    private List<String> shown() {
        return log.entries().stream()
                .filter(entry -> entry.getLoggerName().equals(Bootstrapping.class.getName()))
                .map(entry -> entry.getMessage().formatted(entry.getParameters()))
                .toList();
    }
}
