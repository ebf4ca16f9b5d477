package cn.shequ.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.shequ.events.admission.AssessmentClosed;
import cn.shequ.events.admission.AwardCancelled;
import cn.shequ.events.admission.AwardGranted;
import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.events.admission.TaskSigned;
import cn.shequ.events.facilities.DivisionChanged;
import cn.shequ.events.facilities.PlanApproved;
import cn.shequ.events.facilities.PlanRejected;
import cn.shequ.events.funding.AllocationCommitted;
import cn.shequ.events.funding.EntryReversed;
import cn.shequ.events.funding.PurchaseAwarded;
import cn.shequ.events.funding.ReceiptPosted;
import cn.shequ.events.samples.Sample;
import cn.shequ.events.workforce.CommitteeElected;
import cn.shequ.events.workforce.VolunteerRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventInvariantTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    @Test
    @Tag("art-13")
    void a_plan_is_not_approved_with_less_than_required() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> approved("599.99"))
                .withMessageContaining("required");
        assertThatNoException().isThrownBy(() -> approved("600.00"));
    }

    @Test
    @Tag("art-13")
    void a_plan_is_rejected_only_for_what_it_really_lacks() {
        assertThatNoException().isThrownBy(() -> rejected("599.99", "0.01"));
        assertThatIllegalArgumentException().isThrownBy(() -> rejected("599.99", "0.02"));
        assertThatIllegalArgumentException().isThrownBy(() -> rejected("600.00", "0.00"));
    }

    @Test
    @Tag("art-11")
    void what_is_due_is_the_sum_of_working_funds_labour_fees_and_conditions() {
        assertThatNoException().isThrownBy(() -> new TaskSigned.Funding(2026, "1.10", "2.20", "3.30", "6.60", DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskSigned.Funding(2026, "1.10", "2.20", "3.30", "6.61", DAY));
    }

    @Test
    @Tag("art-30")
    void a_title_is_a_communitys_and_a_commendation_may_be_a_bodys() {
        assertThatNoException().isThrownBy(() -> granted("COMMENDATION"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> granted("HARMONIOUS_COMMUNITY"))
                .withMessageContaining("body");
    }

    @Test
    @Tag("art-35")
    void a_body_fulfils_functions_that_the_article_names() {
        assertThat(fulfilling(List.of("HEALTH", "POPULATION_AND_FAMILY_PLANNING"))
                        .functions())
                .hasSize(2);
        assertThatNoException().isThrownBy(() -> fulfilling(null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fulfilling(List.of("HEALTH", "TOURISM")))
                .withMessageContaining("functions");
    }

    private static DepartmentChanged fulfilling(@Nullable List<String> functions) {
        return new DepartmentChanged(
                Sample.DEPARTMENT, Sample.CITY, "示例卫生健康局", null, "COOPERATING_DEPARTMENT", "CITY", null, functions);
    }

    private static AwardGranted granted(String kind) {
        return new AwardGranted(Sample.id(1), kind, Sample.DISTRICT, Sample.DISTRICT, Sample.DEPARTMENT, 2026, DAY);
    }

    @Test
    @Tag("art-16")
    void a_veto_cancels_and_withdraws_nothing() {
        assertThatNoException().isThrownBy(() -> cancelled(null, "AWARD_UNDER_VETO", Sample.id(2)));
        assertThatNoException().isThrownBy(() -> cancelled(null, "WITHDRAWN", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cancelled(null, "WITHDRAWN", Sample.id(2)))
                .withMessageContaining("veto");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cancelled(null, "AWARD_UNDER_VETO", null))
                .withMessageContaining("veto");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cancelled(Sample.DEPARTMENT, "WITHDRAWN", null))
                .withMessageContaining("body");
    }

    private static AwardCancelled cancelled(@Nullable String body, String reason, @Nullable String veto) {
        return new AwardCancelled(
                Sample.id(1), "SAFE_COMMUNITY", Sample.DISTRICT, Sample.COMMUNITY, body, 2026, reason, veto, DAY);
    }

    @Test
    @Tag("art-36")
    void a_score_is_of_what_counted_and_nothing_else() {
        assertThatNoException().isThrownBy(() -> closed("87.50", 70, 80));
        assertThatNoException().isThrownBy(() -> closed(null, 0, 0));
        for (Runnable wrong : List.<Runnable>of(
                () -> closed("100", 81, 80),
                () -> closed("70", 70, 101),
                () -> closed(null, 0, 80),
                () -> closed("0", 0, 0))) {
            assertThatIllegalArgumentException().isThrownBy(wrong::run);
        }
    }

    private static AssessmentClosed closed(@Nullable String score, int met, int counted) {
        return new AssessmentClosed(Sample.id(1), Sample.CITY, Sample.DISTRICT, 2026, score, met, counted, DAY);
    }

    @Test
    @Tag("art-15")
    void the_district_pays_what_the_pool_does_not_cover_and_never_less_than_nothing() {
        assertThatNoException().isThrownBy(() -> share("55000.00", "30000.00", "25000.00"));
        assertThatNoException().isThrownBy(() -> share("55000.00", "60000.00", "0.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> share("55000.00", "30000.00", "24999.99"));
    }

    @Test
    @Tag("art-20")
    void a_term_does_not_end_before_its_election() {
        assertThatNoException().isThrownBy(() -> elected(1, DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elected(1, DAY.minusDays(1)))
                .withMessageContaining("endsOn");
        assertThatIllegalArgumentException().isThrownBy(() -> elected(0, DAY)).withMessageContaining("number");
    }

    private static CommitteeElected elected(int number, LocalDate endsOn) {
        return new CommitteeElected(Sample.id(1), Sample.COMMUNITY, number, DAY, endsOn, 1, 3);
    }

    @Test
    void a_receipt_settles_no_more_than_came_in() {
        assertThatNoException().isThrownBy(() -> receipt("100.00", "60.00", "40.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> receipt("100.00", "60.00", "40.01"));
    }

    @Test
    @Tag("art-25")
    void a_purchase_is_not_awarded_above_its_budget() {
        assertThatNoException().isThrownBy(() -> awarded("30000.00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> awarded("30000.01"))
                .withMessageContaining("within the budget");
    }

    @Test
    void an_entry_does_not_reverse_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntryReversed(Sample.id(1), Sample.id(1), Sample.id(2), Sample.SUBDISTRICT, DAY));
    }

    @Test
    void only_a_city_stands_without_a_parent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> division(Sample.DISTRICT, "COUNTY_LEVEL", "URBAN_DISTRICT", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> division(Sample.CITY, "CITY", "PREFECTURE_LEVEL_CITY", Sample.DISTRICT));
        assertThatNoException()
                .isThrownBy(() -> division(Sample.DISTRICT, "COUNTY_LEVEL", "URBAN_DISTRICT", Sample.CITY));
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> Must.beInOrder("validTo", DAY, DAY.minusDays(1)));
        assertThatNoException().isThrownBy(() -> Must.beInOrder("validTo", DAY, DAY));
        assertThatNoException().isThrownBy(() -> Must.beInOrder("validTo", DAY, null));
    }

    @Test
    void a_refusal_names_the_component_and_keeps_its_value_to_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VolunteerRegistered("22010219900101123X", Sample.COMMUNITY, DAY))
                .withMessageStartingWith("volunteer must be")
                .withMessageNotContaining("2201021990");
    }

    @Test
    void an_event_does_not_change_with_the_list_it_was_made_from() {
        List<ReceiptPosted.Settlement> settlements =
                new ArrayList<>(List.of(new ReceiptPosted.Settlement(Sample.id(3), "60.00")));
        ReceiptPosted receipt = receipt("100.00", settlements);
        settlements.clear();
        assertThat(receipt.settlements()).hasSize(1);
    }

    @Test
    void parts_keep_every_item_in_order() {
        List<Integer> communities = IntStream.range(0, 634).boxed().toList();
        List<List<Integer>> parts = Parts.split(communities);
        assertThat(parts).hasSize(7);
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(communities);
        assertThat(Parts.split(List.of())).containsExactly(List.of());
    }

    @Test
    void a_part_is_counted_from_one_to_the_number_of_parts() {
        assertThatNoException().isThrownBy(() -> Parts.check(7, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> Parts.check(0, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> Parts.check(8, 7));
    }

    private static PlanApproved approved(String planned) {
        return new PlanApproved(Sample.id(1), Sample.id(2), Sample.SUBDISTRICT, 2_000, "600.00", planned, DAY);
    }

    private static PlanRejected rejected(String planned, String missing) {
        return new PlanRejected(Sample.id(1), Sample.id(2), Sample.SUBDISTRICT, 2_000, "600.00", planned, missing, DAY);
    }

    private static AllocationCommitted.Share share(String entitlement, String pool, String own) {
        return new AllocationCommitted.Share(Sample.COMMUNITY, entitlement, pool, own);
    }

    private static ReceiptPosted receipt(String amount, String one, String other) {
        return receipt(
                amount,
                List.of(
                        new ReceiptPosted.Settlement(Sample.id(3), one),
                        new ReceiptPosted.Settlement(Sample.id(4), other)));
    }

    private static ReceiptPosted receipt(String amount, List<ReceiptPosted.Settlement> settlements) {
        return new ReceiptPosted(
                Sample.id(1),
                Sample.id(2),
                Sample.SUBDISTRICT,
                Sample.id(5),
                Sample.DEPARTMENT,
                amount,
                DAY,
                1,
                1,
                settlements);
    }

    private static PurchaseAwarded awarded(String amount) {
        return new PurchaseAwarded(
                Sample.id(1),
                Sample.id(2),
                Sample.id(3),
                Sample.COMMUNITY,
                Sample.id(4),
                Sample.ORGANISATION,
                "30000.00",
                amount,
                2,
                DAY);
    }

    private static DivisionChanged division(String code, String level, String kind, String parent) {
        return new DivisionChanged(code, Sample.CITY, "名称", null, level, kind, parent, DAY, null);
    }
}
