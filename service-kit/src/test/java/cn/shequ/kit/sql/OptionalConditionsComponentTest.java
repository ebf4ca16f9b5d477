package cn.shequ.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class OptionalConditionsComponentTest {

    private static final int MORE_THAN_IT_TAKES_TO_KEEP_A_PLAN = 20;

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT code FROM division WHERE (CAST(:level AS varchar) IS NULL OR level = :level)",
                "SELECT code FROM division WHERE (CAST(:level AS varchar) IS NULL\n OR level = :level)"
            })
    void noPlanIsKeptForAListWithConditionsThatMayBeLeftOut(String list) {
        assertThat(keptAfterMany(list)).isEmpty();
    }

    @Test
    void thePlansOfAllOthersAreKept() {
        assertThat(keptAfterMany("SELECT code FROM division WHERE level = :level"))
                .hasSize(1);
    }

    private List<String> keptAfterMany(String query) {
        return jdbi.withHandle(handle -> {
            for (int i = 0; i < MORE_THAN_IT_TAKES_TO_KEEP_A_PLAN; i++) {
                handle.createQuery(query)
                        .bind("level", "CITY")
                        .mapTo(String.class)
                        .list();
            }
            return kept(handle, query.substring(0, query.indexOf(':')));
        });
    }

    private static List<String> kept(Handle handle, String beginning) {
        return handle.createQuery(
                        "SELECT statement FROM pg_prepared_statements WHERE starts_with(statement, :beginning)")
                .bind("beginning", beginning)
                .mapTo(String.class)
                .list();
    }
}
