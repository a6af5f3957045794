package press.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretsTest {
    @Inject
    Secrets secrets;

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Test
    void a_secret_is_made_once_and_kept_for_all_nodes() {
        byte[] made = secrets.named("made once");

        assertThat(made).hasSize(32).isEqualTo(secrets.named("made once"));
        assertThat(new Secrets(database).named("made once")).isEqualTo(made);
    }

    @Test
    void another_name_is_another_secret() {
        assertThat(secrets.named("one")).isNotEqualTo(secrets.named("another"));
    }

    @Test
    void a_caller_cannot_change_a_secret() {
        byte[] mine = secrets.named("mine");
        byte[] before = mine.clone();
        mine[0]++;

        assertThat(secrets.named("mine")).isEqualTo(before);
    }

    @Test
    void a_secret_outlives_the_transaction_that_first_asked_for_it() {
        QuarkusTransaction.begin();
        secrets.named("outliving");
        QuarkusTransaction.rollback();

        assertThat(entities.createNativeQuery("select value from secret where name = 'outliving'")
                        .getSingleResult())
                .isEqualTo(secrets.named("outliving"));
    }
}
