package cn.shequ.funding.purchase;

import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a purchase is in OCDS 1.1. Persons, reasons and whatever is sealed have no place in it. */
final class OcdsComposing {

    private static final String CREDIT_CODE = "GB 32100-2015";
    private static final String DIVISION_CODE = "NBS statistical division code";

    private final ReleaseFacts facts;
    private final Purchase purchase;
    private final String prefix;
    private final ZoneId zone;
    private final Map<String, Ocds.Organization> parties = new LinkedHashMap<>();

    private OcdsComposing(ReleaseFacts facts, String prefix, ZoneId zone) {
        this.facts = facts;
        this.purchase = facts.purchase();
        this.prefix = prefix;
        this.zone = zone;
    }

    /** @param number counts the releases of a purchase from 1 */
    static Ocds.Release release(
            ReleaseFacts facts, String prefix, int number, List<String> tags, Instant at, ZoneId zone) {
        return new OcdsComposing(facts, prefix, zone).compose(number, tags, at);
    }

    static String ocid(String prefix, UUID purchase) {
        return prefix + "-" + purchase;
    }

    private Ocds.Release compose(int number, List<String> tags, Instant at) {
        Ocds.Reference buyer = party(facts.payer(), "buyer", "payer");
        Ocds.Tender tender = tender();
        List<Ocds.Award> awards = award();
        List<Ocds.Contract> contracts = contract(buyer);
        String ocid = ocid(prefix, purchase.id());
        return new Ocds.Release(
                ocid,
                ocid + "-" + number,
                instant(at),
                tags,
                "tender",
                "zh",
                List.copyOf(parties.values()),
                buyer,
                new Ocds.Planning(new Ocds.Budget(purchase.fund().toString(), value(purchase.budget()))),
                tender,
                awards,
                contracts,
                related());
    }

    private Ocds.Tender tender() {
        boolean opened = !facts.bids().isEmpty() || purchase.stage() == PurchaseStage.FAILED;
        List<Ocds.Reference> tenderers = facts.bids().stream()
                .map(bid -> organisation(bid, "tenderer"))
                .distinct()
                .toList();
        PurchaseItem item = facts.item();
        Instant published = facts.publishedAt();
        return new Ocds.Tender(
                purchase.id().toString(),
                purchase.title(),
                purchase.description(),
                tenderStatus(),
                party(facts.demander(), "procuringEntity"),
                List.of(new Ocds.Item(
                        item.code(),
                        item.title(),
                        new Ocds.Classification(
                                "purchase items of " + item.division(), item.code(), item.description()))),
                value(purchase.budget()),
                "open",
                "services",
                "ratedCriteria",
                purchase.criteria().stream()
                        .map(each -> each.title() + " " + each.weight() + "%")
                        .collect(Collectors.joining("; ")),
                List.of("electronicSubmission"),
                new Ocds.Period(published == null ? null : moment(published), moment(purchase.bidsDueAt())),
                opened ? tenderers.size() : null,
                tenderers);
    }

    private String tenderStatus() {
        return switch (purchase.stage()) {
            case PLANNED -> "planned";
            case PUBLISHED, EVALUATING -> "active";
            case AWARDED, CONTRACTED, COMPLETED, TERMINATED -> "complete";
            case FAILED -> "unsuccessful";
            case CANCELLED -> facts.award() == null ? "cancelled" : "complete";
        };
    }

    private List<Ocds.Award> award() {
        Award award = facts.award();
        return award == null
                ? List.of()
                : List.of(new Ocds.Award(
                        award.bid().toString(),
                        purchase.stage() == PurchaseStage.CANCELLED ? "cancelled" : "active",
                        moment(award.awardedAt()),
                        value(award.amount()),
                        List.of(organisation(winner(award), "supplier"))));
    }

    private OpenedBid winner(Award award) {
        return facts.bids().stream()
                .filter(bid -> bid.id().equals(award.bid()))
                .findFirst()
                .orElseThrow();
    }

    private List<Ocds.Contract> contract(Ocds.Reference payer) {
        Award award = facts.award();
        Contract contract = facts.contract();
        if (award == null || contract == null) {
            return List.of();
        }
        boolean over = purchase.stage() == PurchaseStage.COMPLETED || purchase.stage() == PurchaseStage.TERMINATED;
        Ocds.Reference payee = organisation(winner(award), "payee");
        LocalDate last = contract.milestones().getLast().dueOn();
        return List.of(new Ocds.Contract(
                contract.id().toString(),
                award.bid().toString(),
                over ? "terminated" : "active",
                value(contract.amount()),
                new Ocds.Period(day(contract.signedOn()), day(last)),
                day(contract.signedOn()),
                contract.milestones().stream().map(this::milestone).toList(),
                new Ocds.Implementation(facts.movements().stream()
                        .map(movement -> transaction(movement, payer, payee))
                        .toList())));
    }

    private Ocds.Milestone milestone(Milestone milestone) {
        Instant assessed = milestone.assessedAt();
        return new Ocds.Milestone(
                Integer.toString(milestone.number()),
                milestone.title(),
                "delivery",
                day(milestone.dueOn()),
                milestone.accepted() && assessed != null ? moment(assessed) : null,
                assessed == null ? null : moment(assessed),
                milestone.accepted() ? "met" : assessed == null ? "scheduled" : "notMet");
    }

    /** Whatever came back is a transaction of its own, with a negative value: readers merge by id and forget nothing. */
    private Ocds.Transaction transaction(Movement movement, Ocds.Reference payer, Ocds.Reference payee) {
        return new Ocds.Transaction(
                movement.entry().toString(), day(movement.bookedOn()), value(movement.amount()), payer, payee);
    }

    private List<Ocds.RelatedProcess> related() {
        UUID failed = purchase.retenders();
        return failed == null
                ? List.of()
                : List.of(new Ocds.RelatedProcess("1", List.of("unsuccessfulProcess"), "ocid", ocid(prefix, failed)));
    }

    private Ocds.Reference party(ReleaseFacts.Named body, String... roles) {
        return party(body.code(), body.name(), body.isDivision() ? DIVISION_CODE : CREDIT_CODE, roles);
    }

    private Ocds.Reference organisation(OpenedBid bid, String role) {
        return party(bid.organisation().value(), bid.name(), CREDIT_CODE, role);
    }

    private Ocds.Reference party(String code, String name, String scheme, String... roles) {
        Ocds.Organization known = parties.get(code);
        Set<String> all = new LinkedHashSet<>(known == null ? List.of() : known.roles());
        all.addAll(List.of(roles));
        parties.put(code, new Ocds.Organization(code, name, new Ocds.Identifier(scheme, code, name), List.copyOf(all)));
        return new Ocds.Reference(code, name);
    }

    private static Ocds.Value value(Money amount) {
        return new Ocds.Value(amount.yuan(), "CNY");
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** Releases of a process are put in order by their dates: two of one second must not be the same. */
    private String instant(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.MICROS).atZone(zone));
    }

    /** The standard has only moments: a day is its first one. */
    private String day(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(zone));
    }
}
