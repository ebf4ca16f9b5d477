package cn.shequ.admission.leadinggroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.events.admission.GroupLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-34")
class CompositionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Member SECRETARY = new Member(new UUID(0, 3), DAY, null);

    @Test
    void aDistrictNamesWhoIsFirstResponsible() {
        assertThatNoException()
                .isThrownBy(() -> composition(SECRETARY, null).requireResponsible(GroupLevel.COUNTY_LEVEL));
        refused("firstResponsible", composition(null, SECRETARY), GroupLevel.COUNTY_LEVEL);
    }

    @Test
    void aStreetNamesWhoIsDirectlyResponsible() {
        assertThatNoException()
                .isThrownBy(() -> composition(null, SECRETARY).requireResponsible(GroupLevel.TOWNSHIP_LEVEL));
        refused("directlyResponsible", composition(SECRETARY, null), GroupLevel.TOWNSHIP_LEVEL);
    }

    @Test
    void theArticleAsksNobodyOfTheCity() {
        assertThatNoException().isThrownBy(() -> composition(null, null).requireResponsible(GroupLevel.CITY));
    }

    @Test
    void noTermOfWhoIsResponsibleEndsBeforeItBegins() {
        Member backwards = new Member(new UUID(0, 3), DAY, DAY.minusDays(1));
        assertThatThrownBy(() -> composition(backwards, backwards).check())
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(
                                tuple("firstResponsible.termTo", "date-order"),
                                tuple("directlyResponsible.termTo", "date-order")));
        assertThatNoException()
                .isThrownBy(() -> composition(SECRETARY, SECRETARY).check());
    }

    private static void refused(String field, Composition composition, GroupLevel level) {
        assertThatThrownBy(() -> composition.requireResponsible(level))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(AdmissionProblem.RESPONSIBLE_PERSON_NOT_NAMED);
                    assertThat(refusal.articles()).containsExactly(34);
                    assertThat(refusal.errors())
                            .extracting(FieldError::field, FieldError::code)
                            .containsExactly(tuple(field, "required"));
                });
    }

    private static Composition composition(@Nullable Member firstResponsible, @Nullable Member directlyResponsible) {
        return new Composition(
                CreditCode.of("11220102DEM0000309"),
                new UUID(0, 1),
                firstResponsible,
                directlyResponsible,
                DAY,
                List.of(new Member(new UUID(0, 2), DAY, null)),
                null);
    }
}
