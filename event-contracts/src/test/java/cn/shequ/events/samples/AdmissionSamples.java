package cn.shequ.events.samples;

import static cn.shequ.events.samples.Sample.id;

import cn.shequ.events.EventData;
import cn.shequ.events.admission.ActionUnnotified;
import cn.shequ.events.admission.AssessmentClosed;
import cn.shequ.events.admission.AwardCancelled;
import cn.shequ.events.admission.AwardGranted;
import cn.shequ.events.admission.BurdenRefused;
import cn.shequ.events.admission.DemandRefused;
import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.events.admission.EvaluationApproved;
import cn.shequ.events.admission.IndicatorRecorded;
import cn.shequ.events.admission.InspectionRefused;
import cn.shequ.events.admission.LeadingGroupChanged;
import cn.shequ.events.admission.OrganisationChanged;
import cn.shequ.events.admission.OrganisationDeregistered;
import cn.shequ.events.admission.OrganisationFiled;
import cn.shequ.events.admission.OrganisationRegistered;
import cn.shequ.events.admission.PlacementActivated;
import cn.shequ.events.admission.PlacementExited;
import cn.shequ.events.admission.PlacementExpired;
import cn.shequ.events.admission.PlacementLapsed;
import cn.shequ.events.admission.RefusalOverdue;
import cn.shequ.events.admission.SealDemandRefused;
import cn.shequ.events.admission.SealUsed;
import cn.shequ.events.admission.TaskReviewOverdue;
import cn.shequ.events.admission.TaskSigned;
import cn.shequ.events.admission.TaskSubmitted;
import java.time.LocalDate;
import java.util.List;

/** The samples of admission-service. */
final class AdmissionSamples {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 31);

    /** No veto stands behind it, as behind every other end of an award. */
    static final AwardCancelled WITHDRAWN = new AwardCancelled(
            id(282),
            "COMMENDATION",
            Sample.CITY,
            Sample.CITY,
            null,
            2026,
            "WITHDRAWN",
            null,
            LocalDate.of(2026, 12, 21));

    /** No target had a figure, and so there is no score. */
    static final AssessmentClosed NOTHING_COUNTED =
            new AssessmentClosed(id(284), Sample.CITY, Sample.DISTRICT, 2026, null, 0, 0, LocalDate.of(2027, 1, 20));

    private AdmissionSamples() {}

    static List<EventData> all() {
        return List.of(
                new DepartmentChanged(
                        Sample.DEPARTMENT,
                        Sample.CITY,
                        "示例卫生健康局",
                        "Example Health Bureau",
                        "COOPERATING_DEPARTMENT",
                        "CITY",
                        Sample.SUCCESSOR,
                        List.of()),
                new OrganisationFiled(
                        id(281),
                        Sample.COMMUNITY,
                        "SOCIAL_ASSOCIATION",
                        "CULTURE_AND_SPORTS",
                        LocalDate.of(2025, 6, 2)),
                new OrganisationRegistered(
                        Sample.ORGANISATION,
                        Sample.DISTRICT,
                        "示例社区社会工作服务中心",
                        "PRIVATE_NON_ENTERPRISE",
                        LocalDate.of(2025, 9, 1)),
                new OrganisationChanged(
                        Sample.ORGANISATION, Sample.DISTRICT, "示例社区社会工作服务中心", "SUSPENDED", LocalDate.of(2026, 8, 3)),
                new OrganisationDeregistered(Sample.ORGANISATION, Sample.DISTRICT, LocalDate.of(2026, 12, 31)),
                new LeadingGroupChanged(
                        id(201),
                        Sample.CITY,
                        "CITY",
                        Sample.SUCCESSOR,
                        id(211),
                        id(212),
                        id(213),
                        List.of(id(214), id(215), id(216)),
                        LocalDate.of(2026, 1, 1),
                        List.of(id(217))),
                new TaskSubmitted(
                        id(221),
                        Sample.DEPARTMENT,
                        Sample.CITY,
                        "PUBLIC_HEALTH",
                        FIRST_DAY,
                        LAST_DAY,
                        LocalDate.of(2026, 3, 2),
                        1,
                        1,
                        List.of(Sample.COMMUNITY, Sample.ANOTHER_COMMUNITY)),
                new TaskReviewOverdue(
                        id(221),
                        Sample.DEPARTMENT,
                        Sample.CITY,
                        Sample.CITY,
                        LocalDate.of(2026, 3, 23),
                        "PRINCIPAL_LEADER",
                        Sample.CITY,
                        LocalDate.of(2026, 3, 24)),
                new TaskSigned(
                        id(221),
                        Sample.DEPARTMENT,
                        Sample.CITY,
                        "PUBLIC_HEALTH",
                        Sample.DEPARTMENT,
                        FIRST_DAY,
                        LAST_DAY,
                        LocalDate.of(2026, 3, 16),
                        1,
                        1,
                        List.of(
                                new TaskSigned.Placement(
                                        id(231), Sample.COMMUNITY, List.of(funding(2026), funding(2027))),
                                new TaskSigned.Placement(id(232), Sample.ANOTHER_COMMUNITY, List.of()))),
                new PlacementActivated(id(231), id(221), Sample.COMMUNITY, FIRST_DAY),
                new PlacementExpired(id(231), id(221), Sample.COMMUNITY, LAST_DAY),
                new PlacementLapsed(
                        id(231),
                        id(221),
                        Sample.COMMUNITY,
                        2027,
                        id(302),
                        "UNPAID_AFTER_GRACE",
                        LocalDate.of(2027, 3, 1)),
                new PlacementExited(id(231), id(221), Sample.COMMUNITY, id(241), LocalDate.of(2027, 6, 30)),
                new DemandRefused(
                        id(251), Sample.COMMUNITY, Sample.DEPARTMENT, "CITY", "NOT_ADMITTED", LocalDate.of(2026, 3, 5)),
                new RefusalOverdue(
                        id(251),
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "CITY",
                        Sample.CITY,
                        LocalDate.of(2026, 3, 16),
                        LocalDate.of(2026, 3, 17)),
                new SealUsed(
                        id(261), id(262), Sample.COMMUNITY, "SELF_GOVERNMENT_AFFAIRS", 2, LocalDate.of(2026, 3, 6)),
                new SealDemandRefused(
                        id(271),
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "CITY",
                        "NO_KINSHIP",
                        "FORBIDDEN",
                        LocalDate.of(2026, 3, 6)),
                new EvaluationApproved(
                        id(281),
                        Sample.DISTRICT,
                        2026,
                        Sample.DEPARTMENT,
                        "MUNICIPAL_GOVERNMENT",
                        LocalDate.of(2026, 4, 10)),
                new InspectionRefused(
                        id(291), Sample.COMMUNITY, Sample.DEPARTMENT, "CITY", "NO_ITEM", LocalDate.of(2026, 3, 6)),
                new BurdenRefused(
                        id(295),
                        Sample.COMMUNITY,
                        Sample.DEPARTMENT,
                        "CITY",
                        "STATISTICAL_FORM",
                        "FORM_NOT_IN_CATALOGUE",
                        LocalDate.of(2026, 3, 6)),
                new ActionUnnotified(
                        id(296),
                        Sample.SUBDISTRICT,
                        Sample.DEPARTMENT,
                        "CITY",
                        LocalDate.of(2026, 3, 5),
                        LocalDate.of(2026, 3, 6)),
                new AwardGranted(
                        id(281),
                        "COMMENDATION",
                        Sample.CITY,
                        Sample.CITY,
                        Sample.DEPARTMENT,
                        2026,
                        LocalDate.of(2026, 12, 20)),
                new AwardCancelled(
                        id(282),
                        "COMMENDATION",
                        Sample.CITY,
                        Sample.CITY,
                        Sample.DEPARTMENT,
                        2026,
                        "NOMINATION_UNDER_VETO",
                        id(341),
                        LocalDate.of(2026, 12, 21)),
                new AssessmentClosed(
                        id(283), Sample.CITY, Sample.DISTRICT, 2026, "87.50", 70, 80, LocalDate.of(2027, 1, 20)),
                new IndicatorRecorded(
                        "refusals.share",
                        Sample.DISTRICT,
                        LocalDate.of(2026, 3, 31),
                        "3",
                        "40",
                        "0.075",
                        "RATIO",
                        "0",
                        "4"));
    }

    private static TaskSigned.Funding funding(int year) {
        return new TaskSigned.Funding(
                year,
                "3000.00",
                "1500.50",
                "499.50",
                "5000.00",
                LocalDate.of(year, 1, 31).plusMonths(1));
    }
}
