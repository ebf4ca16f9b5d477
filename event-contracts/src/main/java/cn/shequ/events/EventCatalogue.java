package cn.shequ.events;

import cn.shequ.events.admission.ActionUnnotified;
import cn.shequ.events.admission.AssessmentClosed;
import cn.shequ.events.admission.AwardCancelled;
import cn.shequ.events.admission.AwardGranted;
import cn.shequ.events.admission.BurdenRefused;
import cn.shequ.events.admission.DemandRefused;
import cn.shequ.events.admission.DepartmentChanged;
import cn.shequ.events.admission.EvaluationApproved;
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
import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.events.facilities.DivisionChanged;
import cn.shequ.events.facilities.PlanApproved;
import cn.shequ.events.facilities.PlanRejected;
import cn.shequ.events.facilities.PremisesChanged;
import cn.shequ.events.facilities.RemediationApproved;
import cn.shequ.events.facilities.RuleChanged;
import cn.shequ.events.funding.AllocationCommitted;
import cn.shequ.events.funding.AuditFindingRaised;
import cn.shequ.events.funding.CommitmentReleased;
import cn.shequ.events.funding.CommitmentReserved;
import cn.shequ.events.funding.DisclosurePublished;
import cn.shequ.events.funding.DiversionAttempted;
import cn.shequ.events.funding.DonationReceived;
import cn.shequ.events.funding.EntryReversed;
import cn.shequ.events.funding.ExpenditureApproved;
import cn.shequ.events.funding.ExpenditurePaid;
import cn.shequ.events.funding.ExpenditureRefunded;
import cn.shequ.events.funding.FundsReallocated;
import cn.shequ.events.funding.FundsWithheld;
import cn.shequ.events.funding.LogKeyRotated;
import cn.shequ.events.funding.ObligationCancelled;
import cn.shequ.events.funding.ObligationLate;
import cn.shequ.events.funding.ObligationOpened;
import cn.shequ.events.funding.ObligationReopened;
import cn.shequ.events.funding.ObligationSettled;
import cn.shequ.events.funding.ObligationShort;
import cn.shequ.events.funding.OpeningBalanceBooked;
import cn.shequ.events.funding.PeriodClosed;
import cn.shequ.events.funding.PurchaseAwarded;
import cn.shequ.events.funding.PurchaseReleasePublished;
import cn.shequ.events.funding.ReceiptPosted;
import cn.shequ.events.funding.ReturnApproved;
import cn.shequ.events.funding.ReturnPaid;
import cn.shequ.events.funding.VetoImposed;
import cn.shequ.events.funding.VetoLifted;
import cn.shequ.events.funding.ViolationConfirmed;
import cn.shequ.events.funding.YearClosed;
import cn.shequ.events.workforce.CommitteeElected;
import cn.shequ.events.workforce.PayrollApproved;
import cn.shequ.events.workforce.TrainingCompleted;
import cn.shequ.events.workforce.VolunteerRegistered;
import cn.shequ.events.workforce.VolunteerWithdrawn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event of the suite, found by its wire type or by its record. */
public final class EventCatalogue {

    /** No event is larger, so that any broker, log or bundle takes it whole. */
    public static final int MOST_BYTES = 65_535;

    private static final List<Entry> ENTRIES = List.of(
            entry(DivisionChanged.class),
            entry(CommunityChanged.class),
            entry(RuleChanged.class),
            entry(PremisesChanged.class),
            entry(PlanRejected.class),
            entry(PlanApproved.class),
            entry(RemediationApproved.class),
            entry(cn.shequ.events.facilities.IndicatorRecorded.class),
            entry(DepartmentChanged.class),
            entry(OrganisationFiled.class),
            entry(OrganisationRegistered.class),
            entry(OrganisationChanged.class),
            entry(OrganisationDeregistered.class),
            entry(LeadingGroupChanged.class),
            entry(TaskSubmitted.class),
            entry(TaskReviewOverdue.class),
            entry(TaskSigned.class),
            entry(PlacementActivated.class),
            entry(PlacementExpired.class),
            entry(PlacementLapsed.class),
            entry(PlacementExited.class),
            entry(DemandRefused.class),
            entry(RefusalOverdue.class),
            entry(SealUsed.class),
            entry(SealDemandRefused.class),
            entry(EvaluationApproved.class),
            entry(InspectionRefused.class),
            entry(BurdenRefused.class),
            entry(ActionUnnotified.class),
            entry(AwardGranted.class),
            entry(AwardCancelled.class),
            entry(AssessmentClosed.class),
            entry(cn.shequ.events.admission.IndicatorRecorded.class),
            entry(AllocationCommitted.class),
            entry(ObligationOpened.class),
            entry(ObligationSettled.class),
            entry(ObligationReopened.class),
            entry(ObligationCancelled.class),
            entry(ObligationLate.class),
            entry(ObligationShort.class),
            entry(FundsWithheld.class),
            entry(ReceiptPosted.class),
            entry(ExpenditureApproved.class),
            entry(ExpenditurePaid.class),
            entry(EntryReversed.class),
            entry(CommitmentReserved.class),
            entry(CommitmentReleased.class),
            entry(OpeningBalanceBooked.class),
            entry(FundsReallocated.class),
            entry(DonationReceived.class),
            entry(ExpenditureRefunded.class),
            entry(ReturnApproved.class),
            entry(ReturnPaid.class),
            entry(PeriodClosed.class),
            entry(YearClosed.class),
            entry(DiversionAttempted.class),
            entry(ViolationConfirmed.class),
            entry(VetoImposed.class),
            entry(VetoLifted.class),
            entry(DisclosurePublished.class),
            entry(AuditFindingRaised.class),
            entry(PurchaseAwarded.class),
            entry(PurchaseReleasePublished.class),
            entry(LogKeyRotated.class),
            entry(cn.shequ.events.funding.IndicatorRecorded.class),
            entry(VolunteerRegistered.class),
            entry(VolunteerWithdrawn.class),
            entry(CommitteeElected.class),
            entry(TrainingCompleted.class),
            entry(PayrollApproved.class),
            entry(cn.shequ.events.workforce.IndicatorRecorded.class));

    private static final Map<String, Entry> BY_TYPE =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

    private static final Map<Class<?>, Entry> BY_DATA =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::data, Function.identity()));

    private EventCatalogue() {}

    /** All events, service by service. */
    public static List<Entry> all() {
        return ENTRIES;
    }

    /** The event of this wire type, or empty for a type that this version of the suite does not know. */
    public static Optional<Entry> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The event whose data is this record. */
    public static Entry of(Class<? extends EventData> data) {
        Entry entry = BY_DATA.get(data);
        if (entry == null) {
            throw new IllegalArgumentException(data.getName() + " is not in the catalogue");
        }
        return entry;
    }

    /** One topic per service that publishes. */
    public static List<String> topics() {
        return ENTRIES.stream().map(Entry::topic).distinct().toList();
    }

    private static Entry entry(Class<? extends EventData> data) {
        EventType type = data.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(data.getName() + " lacks its @EventType");
        }
        return new Entry(data, type);
    }

    /** One event of the catalogue: its record and all the names that follow from its {@link EventType}. */
    public record Entry(Class<? extends EventData> data, EventType named) {

        /** The CloudEvents attribute {@code type}, for instance {@code cn.shequ.funding.obligation-opened.v1}. */
        public String type() {
            return "cn.shequ." + named.source() + "." + named.name() + ".v" + named.version();
        }

        /** Whether every reader of the log gets it whole, wherever it happened. */
        public boolean open() {
            return named.open();
        }

        /** The service's short name, for instance {@code funding}. */
        public String service() {
            return named.source();
        }

        /** The CloudEvents attribute {@code source}, for instance {@code /funding}. */
        public String source() {
            return "/" + named.source();
        }

        public String topic() {
            return named.source() + ".events";
        }

        /** The CloudEvents attribute {@code dataschema}: a name, not an address, and so valid on every host. */
        public String dataschema() {
            return "urn:shequ:event:" + named.source() + ":" + named.name() + ":v" + named.version();
        }

        /** Where the JSON Schema of the data lies on the class path. */
        public String schemaPath() {
            return "schemas/" + file();
        }

        /** Where the golden sample, a whole CloudEvent in RFC 8785 form, lies on the class path. */
        public String samplePath() {
            return "samples/" + file();
        }

        private String file() {
            return named.source() + "/" + named.name() + ".v" + named.version() + ".json";
        }
    }
}
