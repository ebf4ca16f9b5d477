package cn.shequ.funding.obligation;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.events.workforce.TrainingCompleted;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.FundTerms;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.inbox.NotYetKnown;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A training that ended is paid by city and district together, into a training fund of the district's ledger (Art. 20). In
 * urban districts 1 : 1 whatever anybody decided; elsewhere as the rulebook says, local rules included.
 */
@ApplicationScoped
class TrainingFunding implements EventHandler<TrainingCompleted> {

    private static final String OPENED_BY = "workforce";
    private static final String URBAN_DISTRICT = "URBAN_DISTRICT";
    private static final String CITY_SHARE = "training.city-share";

    private final Ledgers ledgers;
    private final Territory territory;
    private final Rulebook rulebook;
    private final Funds funds;
    private final Obligations obligations;

    TrainingFunding(Ledgers ledgers, Territory territory, Rulebook rulebook, Funds funds, Obligations obligations) {
        this.ledgers = ledgers;
        this.territory = territory;
        this.rulebook = rulebook;
        this.funds = funds;
        this.obligations = obligations;
    }

    @Override
    public Class<TrainingCompleted> handles() {
        return TrainingCompleted.class;
    }

    @Override
    public void handle(EventEnvelope<TrainingCompleted> event) {
        TrainingCompleted training = event.data();
        Money cost = Money.of(training.cost());
        if (cost.isZero()) {
            return;
        }
        DivisionCode district = DivisionCode.of(training.division());
        Division unit = territory
                .find(district, training.completedOn())
                .orElseThrow(() -> new NotYetKnown("division " + district));
        DivisionCode city = territory
                .enclosing(district, DivisionLevel.CITY, training.completedOn())
                .map(Division::code)
                .orElseThrow(() -> new NotYetKnown("city of " + district));
        Ledger ledger = ledgers.ofDivision(district).orElseThrow(() -> new NotYetKnown("ledger of " + district));
        UUID fund = funds.open(List.of(fund(training, ledger)), OPENED_BY).getFirst();
        TrainingShares shares =
                TrainingShares.of(cost, rule(unit, training.completedOn()).decimal());
        obligations.open(Stream.of(
                        owed(training, ledger, fund, Payer.financeOf(city), Share.CITY_SHARE, shares.city()),
                        owed(
                                training,
                                ledger,
                                fund,
                                Payer.financeOf(district),
                                Share.DISTRICT_SHARE,
                                shares.district()))
                .filter(terms -> terms.amountDue().isPositive())
                .toList());
    }

    private Rule rule(Division unit, LocalDate day) {
        return unit.kind().equals(URBAN_DISTRICT)
                ? rulebook.shippedOn(day, CITY_SHARE)
                : rulebook.on(day, CITY_SHARE, unit.code());
    }

    private static FundTerms fund(TrainingCompleted training, Ledger ledger) {
        return FundTerms.of(
                ledger.id(),
                FundSource.DISTRICT,
                FundPurpose.TRAINING,
                null,
                training.completedOn().getYear(),
                LocalDate.of(training.payBy().getYear(), 12, 31),
                UUID.fromString(training.training()));
    }

    private static ObligationTerms owed(
            TrainingCompleted training, Ledger ledger, UUID fund, Payer payer, Share share, Money amount) {
        return new ObligationTerms(
                ledger.id(),
                fund,
                ledger.division(),
                null,
                payer,
                ObligationOrigin.TRAINING_SHARE,
                UUID.fromString(training.training()),
                share,
                training.completedOn().getYear(),
                amount,
                training.payBy());
    }
}
