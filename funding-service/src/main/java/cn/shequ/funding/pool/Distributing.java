package cn.shequ.funding.pool;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.expenditure.Expenditure;
import cn.shequ.funding.expenditure.ExpenditureRecording;
import cn.shequ.funding.expenditure.ExpenditureStep;
import cn.shequ.funding.expenditure.ForCommunity;
import cn.shequ.funding.expenditure.NewExpenditure;
import cn.shequ.funding.expenditure.PaidOut;
import cn.shequ.funding.expenditure.PayeeKind;
import cn.shequ.funding.expenditure.TakenBack;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.Obligations;
import cn.shequ.funding.receipt.NewReceipt;
import cn.shequ.funding.receipt.ReceiptTaking;
import cn.shequ.funding.receipt.Settlement;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Distributes a pool (Art. 15). The decision is an expenditure of the pool: one person makes it, another approves it, the
 * cashier pays it; with the payment the money arrives in the subdistricts' ledgers and settles what the pool owed there.
 */
@ApplicationScoped
class Distributing {

    private static final String PAYEE = "各社区";
    private static final String PURPOSE = "统筹资金下拨";

    private final Funds funds;
    private final FundDays fundDays;
    private final Obligations obligations;
    private final Pools pools;
    private final ExpenditureRecording recording;
    private final ReceiptTaking taking;

    Distributing(
            Funds funds,
            FundDays fundDays,
            Obligations obligations,
            Pools pools,
            ExpenditureRecording recording,
            ReceiptTaking taking) {
        this.funds = funds;
        this.fundDays = fundDays;
        this.obligations = obligations;
        this.pools = pools;
        this.recording = recording;
        this.taking = taking;
    }

    DistributionPlan plan(UUID pool, DistributionRequest request) {
        Fund fund = funds.toActOn(pool);
        if (fund.purpose() != FundPurpose.POOL) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        List<OwedByPool> owed = pools.owed(fund.division(), fund.fiscalYear());
        Money total = Money.sum(owed.stream().map(OwedByPool::outstanding).toList());
        Money wanted = request.amount() == null
                ? fundDays.availableFrom(pool, request.bookedOn()).min(total)
                : request.amount();
        return DistributionPlan.spread(pool, wanted, owed, weights(request.weights()));
    }

    private static @Nullable Map<DivisionCode, Long> weights(@Nullable List<DistributionRequest.Weight> given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        Map<DivisionCode, Long> weights = new HashMap<>();
        given.forEach(each -> weights.merge(each.community(), each.weight(), Long::sum));
        return weights;
    }

    Expenditure decide(UUID pool, DistributionRequest request) {
        funds.lock(List.of(pool));
        DistributionPlan plan = plan(pool, request);
        NewExpenditure spending = new NewExpenditure(
                pool,
                Category.DISTRIBUTION,
                plan.amount(),
                PAYEE,
                PayeeKind.ORGANISATION,
                PURPOSE,
                request.documents(),
                request.bookedOn(),
                null,
                plan.lines().stream()
                        .map(line -> new ForCommunity(line.community(), line.amount()))
                        .toList());
        Map<DivisionCode, UUID> settles = new HashMap<>();
        plan.lines().forEach(line -> settles.put(line.community(), line.obligation()));
        return recording.distribute(spending, settles);
    }

    /** The payment of a distribution comes back only when nothing of it stands in the subdistricts' ledgers any more. */
    void takeBack(@Observes TakenBack taken) {
        int receipts = taken.step() == ExpenditureStep.RETURNED ? pools.arrived(taken.expenditure()) : 0;
        if (receipts > 0) {
            throw Refusal.of(FundingProblem.DISTRIBUTION_ARRIVED)
                    .with("expenditure", taken.expenditure())
                    .with("receipts", receipts);
        }
    }

    /** In the transaction of the payment: both ledgers book it, or neither does. */
    void arrive(@Observes PaidOut paid) {
        List<Pools.Arrival> arrivals = pools.arrivals(paid.expenditure());
        // All of them first and in one order, as every receipt does, so that nobody waits in a circle.
        obligations.lock(arrivals.stream().map(Pools.Arrival::obligation).toList());
        for (Pools.Arrival each : arrivals) {
            taking.take(new NewReceipt(
                    each.ledger(),
                    Payer.financeOf(paid.division()),
                    each.amount(),
                    paid.bookedOn(),
                    "POOL/" + paid.expenditure() + "/" + each.community(),
                    List.of(new Settlement(each.obligation(), each.amount())),
                    null));
        }
    }
}
