package cn.shequ.localstack.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The main flow of the policy in ten steps. Each step is played once, when it is first asked for, after those it
 * rests on; what it found is kept in a journal, so that it can be told or tested in any order, and so that a story
 * that was cut off goes on where it was.
 */
public final class Story {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Journal journal;
    private final LocalDate today = LocalDate.now(Clock.system(BUSINESS_ZONE));

    public Story(City city, Journal journal) {
        this.city = city;
        this.journal = journal;
    }

    public City city() {
        return city;
    }

    public LocalDate today() {
        return today;
    }

    /** Step 1: the territory with its communities. */
    public TerritoryScene.Imported territory() {
        return journal.once(
                TerritoryScene.Imported.class, "territory", () -> TerritoryScene.play(city, today.withDayOfYear(1)));
    }

    /** Step 2: the annual allocation. */
    public AllocationScene.Allocated allocation() {
        territory();
        return journal.once(
                AllocationScene.Allocated.class, "allocation", () -> AllocationScene.play(city, today.getYear()));
    }

    /** Step 3: before anything was applied for. */
    public AdmissionScene.Check checkBeforeApplication() {
        territory();
        return once("check-before-application", () -> {
            AdmissionScene.register(city);
            return AdmissionScene.check(city, Places.HUAYANG);
        });
    }

    /** Step 4: the application, signed. */
    public AdmissionScene.Signed signed() {
        checkBeforeApplication();
        return journal.once(AdmissionScene.Signed.class, "signed", () -> AdmissionScene.apply(city, today));
    }

    /** Step 4, its end: signed, but not paid. */
    public AdmissionScene.Check checkBeforePayment() {
        signed();
        return once("check-before-payment", () -> AdmissionScene.check(city, Places.HUAYANG));
    }

    /** Step 5: paid, some first, then the rest. */
    public PaymentScene.Paid paid() {
        AdmissionScene.Signed signed = signed();
        checkBeforePayment();
        return journal.once(PaymentScene.Paid.class, "paid", () -> PaymentScene.play(city, signed, today));
    }

    /** Step 5, its end. */
    public AdmissionScene.Check checkAfterPayment() {
        paid();
        return once("check-after-payment", () -> AdmissionScene.check(city, Places.HUAYANG));
    }

    /** Step 6: money goes out, the wrong way and the right way. */
    public ExpenditureScene.Spent spent() {
        String fund = paid().fund(Places.HUAYANG);
        return journal.once(ExpenditureScene.Spent.class, "spent", () -> ExpenditureScene.play(city, fund, today));
    }

    /** Step 7: a demand refused. */
    public RefusalScene.Refused refused() {
        checkAfterPayment();
        return journal.once(RefusalScene.Refused.class, "refused", () -> RefusalScene.play(city));
    }

    /** Step 8: premises and plans, at the bound and a hundredth below it. */
    public PlanningScene.Reviewed reviewed() {
        territory();
        return journal.once(PlanningScene.Reviewed.class, "reviewed", () -> PlanningScene.play(city, today));
    }

    /** Step 9: a volunteer more. */
    public VolunteerScene.Registered volunteer() {
        territory();
        return journal.once(VolunteerScene.Registered.class, "volunteer", () -> VolunteerScene.play(city));
    }

    /** Step 10: auditors pull the fund events and believe nothing. It changes nothing, and is played afresh each time. */
    public AuditScene.Audited audited(AuditScene.Room room) {
        spent();
        return AuditScene.play(city, room);
    }

    private AdmissionScene.Check once(String step, Supplier<AdmissionScene.Check> ask) {
        return journal.once(AdmissionScene.Check.class, step, ask);
    }
}
