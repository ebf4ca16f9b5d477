package cn.shequ.funding;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.FundTerms;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.ObligationTerms;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.funding.obligation.Share;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Makes a town's district owe money to a community. */
@ApplicationScoped
public class Debts {

    private final Funds funds;
    private final Obligations obligations;
    private final Jdbi jdbi;

    Debts(Funds funds, Obligations obligations, Jdbi jdbi) {
        this.funds = funds;
        this.obligations = obligations;
        this.jdbi = jdbi;
    }

    /** The obligation's id. */
    @Transactional
    public String owes(Town town, int community, String amount, LocalDate dueOn) {
        UUID decision = Ids.next();
        UUID ledger = UUID.fromString(town.ledger());
        DivisionCode to = town.communities().get(community);
        int year = dueOn.getYear();
        UUID fund = funds.open(
                        List.of(FundTerms.of(
                                ledger,
                                FundSource.DISTRICT,
                                FundPurpose.WORKING_COSTS,
                                to,
                                year,
                                dueOn.plusYears(1),
                                decision)),
                        "test")
                .getFirst();
        obligations.open(List.of(new ObligationTerms(
                ledger,
                fund,
                town.street(),
                to,
                Payer.financeOf(town.district()),
                ObligationOrigin.ANNUAL_ALLOCATION,
                decision,
                Share.OWN_SHARE,
                year,
                Money.of(amount),
                dueOn)));
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM obligation WHERE fund = :fund")
                .bind("fund", fund)
                .mapTo(String.class)
                .one());
    }

    /** The fund to which many equal amounts are owed, each by a decision of its own. */
    @Transactional
    public UUID owesOften(Town town, int often, String amount, LocalDate dueOn) {
        UUID ledger = UUID.fromString(town.ledger());
        int year = dueOn.getYear();
        UUID fund = funds.open(
                        List.of(FundTerms.of(
                                ledger,
                                FundSource.DISTRICT,
                                FundPurpose.WORKING_COSTS,
                                town.community(),
                                year,
                                dueOn.plusYears(1),
                                Ids.next())),
                        "test")
                .getFirst();
        obligations.open(Stream.generate(() -> new ObligationTerms(
                        ledger,
                        fund,
                        town.street(),
                        town.community(),
                        Payer.financeOf(town.district()),
                        ObligationOrigin.ANNUAL_ALLOCATION,
                        Ids.next(),
                        Share.OWN_SHARE,
                        year,
                        Money.of(amount),
                        dueOn))
                .limit(often)
                .toList());
        return fund;
    }

    /** As {@link #owes}, and known since a day of the past. */
    @Transactional
    public String owesSince(LocalDate openedOn, Town town, int community, String amount, LocalDate dueOn) {
        String known = owes(town, community, amount, dueOn);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO obligation (id, ledger, fund, division, community, payer, origin, origin_reference, share,
                                                funding_year, amount_due, due_on, opened_at)
                        SELECT gen_random_uuid(), ledger, fund, division, community, payer, origin, gen_random_uuid(), share,
                               funding_year, amount_due, due_on, :openedOn
                        FROM obligation WHERE id = CAST(:known AS uuid) RETURNING id""")
                .bind("openedOn", openedOn.atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind("known", known)
                .mapTo(String.class)
                .one());
    }

    public String status(Town town, String obligation) {
        return Calls.finance(town.city()).get("/v1/obligations/" + obligation).path("status");
    }

    public String fundOf(Town town, String obligation) {
        return Calls.finance(town.city()).get("/v1/obligations/" + obligation).path("fund");
    }
}
