package cn.shequ.events;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.events.admission.LeadingGroupChanged;
import cn.shequ.events.admission.TaskSigned;
import cn.shequ.events.admission.TaskSubmitted;
import cn.shequ.events.documents.Json;
import cn.shequ.events.funding.AllocationCommitted;
import cn.shequ.events.funding.DiversionAttempted;
import cn.shequ.events.funding.DonationReceived;
import cn.shequ.events.funding.OpeningBalanceBooked;
import cn.shequ.events.funding.ReceiptPosted;
import cn.shequ.events.samples.Sample;
import cn.shequ.events.workforce.PayrollApproved;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSizeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final String MOST_MONEY = "33333333333333333.33";
    private static final String SUM_OF_THREE = "99999999999999999.99";
    private static final String LONGEST_DOMAIN = "RIGHTS_OF_THE_FLOATING_POPULATION";

    @ParameterizedTest
    @MethodSource("largest")
    void the_largest_event_fits(EventData largest) {
        EventCatalogue.Entry entry = EventCatalogue.of(largest.getClass());
        String event = Json.canonical(Json.cloudEvent(entry, largest, 9_007_199_254_740_991L));
        assertThat(event.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(EventCatalogue.MOST_BYTES);
    }

    @Test
    void every_event_with_a_list_is_measured_at_its_largest() {
        Set<Class<?>> measured = largest().map(EventData::getClass).collect(toSet());
        assertThat(EventCatalogue.all().stream().map(EventCatalogue.Entry::data).filter(EventSizeTest::hasList))
                .isNotEmpty()
                .allMatch(measured::contains);
    }

    @Test
    void a_task_of_many_years_is_cut_by_its_funding_rows() {
        List<TaskSigned.Placement> placements = nCopies(250, placement(4));
        List<List<TaskSigned.Placement>> parts = TaskSigned.split(placements);
        assertThat(parts).hasSize(5).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(62));
        assertThatIllegalArgumentException().isThrownBy(() -> signed(nCopies(63, placement(4))));
    }

    static Stream<EventData> largest() {
        return Stream.of(
                signed(mixed()),
                new TaskSubmitted(
                        Sample.id(1),
                        Sample.DEPARTMENT,
                        Sample.CITY,
                        LONGEST_DOMAIN,
                        DAY,
                        DAY,
                        DAY,
                        1_000,
                        1_000,
                        nCopies(100, Sample.COMMUNITY)),
                new DepartmentChanged(
                        Sample.DEPARTMENT,
                        Sample.CITY,
                        "长".repeat(128),
                        "L".repeat(128),
                        "COOPERATING_DEPARTMENT",
                        "TOWNSHIP_LEVEL",
                        Sample.SUCCESSOR,
                        nCopies(100, "HUMAN_RESOURCES_AND_SOCIAL_SECURITY")),
                new LeadingGroupChanged(
                        Sample.id(1),
                        Sample.CITY,
                        "TOWNSHIP_LEVEL",
                        Sample.DEPARTMENT,
                        Sample.id(2),
                        Sample.id(3),
                        Sample.id(4),
                        nCopies(100, Sample.id(5)),
                        DAY,
                        nCopies(10, Sample.id(6))),
                new AllocationCommitted(
                        Sample.id(1),
                        Sample.id(2),
                        2026,
                        Sample.DISTRICT,
                        SUM_OF_THREE,
                        SUM_OF_THREE,
                        SUM_OF_THREE,
                        DAY,
                        1_000,
                        1_000,
                        nCopies(
                                100,
                                new AllocationCommitted.Share(Sample.COMMUNITY, SUM_OF_THREE, "0.00", SUM_OF_THREE))),
                new ReceiptPosted(
                        Sample.id(1),
                        Sample.id(2),
                        Sample.CITY,
                        Sample.id(3),
                        Sample.DEPARTMENT,
                        SUM_OF_THREE,
                        DAY,
                        1_000,
                        1_000,
                        nCopies(100, new ReceiptPosted.Settlement(Sample.id(4), "999999999999999.99"))),
                new PayrollApproved(
                        Sample.id(1),
                        Sample.DISTRICT,
                        2999,
                        DAY,
                        DAY,
                        1_000,
                        1_000,
                        nCopies(
                                100,
                                new PayrollApproved.Item(
                                        Sample.COMMUNITY, "POST_WORKING_COSTS", Sample.DEPARTMENT, SUM_OF_THREE))),
                new DiversionAttempted(
                        Sample.id(1),
                        Sample.id(2),
                        Sample.id(3),
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        "A".repeat(64),
                        nCopies(100, "B".repeat(64)),
                        SUM_OF_THREE,
                        "16",
                        DAY,
                        Sample.id(5)),
                new DonationReceived(
                        Sample.id(1),
                        Sample.id(2),
                        Sample.id(3),
                        Sample.SUBDISTRICT,
                        Sample.COMMUNITY,
                        nCopies(100, "B".repeat(64)),
                        SUM_OF_THREE,
                        Sample.id(4),
                        DAY,
                        "0".repeat(64)),
                new OpeningBalanceBooked(
                        Sample.id(1),
                        Sample.id(2),
                        Sample.SUBDISTRICT,
                        SUM_OF_THREE,
                        Sample.id(3),
                        DAY,
                        1_000,
                        1_000,
                        nCopies(100, new OpeningBalanceBooked.Held(Sample.id(4), "999999999999999.99"))));
    }

    /** As many placements and as many funding rows as one part may have. */
    private static List<TaskSigned.Placement> mixed() {
        return Stream.concat(nCopies(50, placement(3)).stream(), nCopies(50, placement(2)).stream())
                .toList();
    }

    private static TaskSigned signed(List<TaskSigned.Placement> placements) {
        return new TaskSigned(
                Sample.id(1),
                Sample.DEPARTMENT,
                Sample.CITY,
                LONGEST_DOMAIN,
                Sample.DEPARTMENT,
                DAY,
                DAY,
                DAY,
                1_000,
                1_000,
                placements);
    }

    private static TaskSigned.Placement placement(int years) {
        return new TaskSigned.Placement(
                Sample.id(1),
                Sample.COMMUNITY,
                nCopies(years, new TaskSigned.Funding(2999, MOST_MONEY, MOST_MONEY, MOST_MONEY, SUM_OF_THREE, DAY)));
    }

    private static boolean hasList(Class<?> data) {
        return Arrays.stream(data.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(List.class::equals);
    }
}
