package cn.shequ.funding.expenditure;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.batch.BatchLine;
import cn.shequ.funding.batch.BatchOrder;
import cn.shequ.funding.batch.Batches;
import cn.shequ.funding.batch.LineResult;
import cn.shequ.funding.diversion.DiversionAttempts;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.fund.Fund;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The accountant records the expenditures of a batch in one transaction: each line is checked by the rules of a single
 * expenditure ({@link ExpenditureCheck}), and all that passes is written by a handful of statements. Others approve and pay.
 */
@ApplicationScoped
class ExpenditureBatchRecording {

    private final Batches batches;
    private final ExpenditureCheck check;
    private final Expenditures expenditures;
    private final Evidence evidence;
    private final DiversionAttempts attempts;
    private final Callers callers;

    ExpenditureBatchRecording(
            Batches batches,
            ExpenditureCheck check,
            Expenditures expenditures,
            Evidence evidence,
            DiversionAttempts attempts,
            Callers callers) {
        this.batches = batches;
        this.check = check;
        this.expenditures = expenditures;
        this.evidence = evidence;
        this.attempts = attempts;
        this.callers = callers;
    }

    @Retried
    @Transactional
    @TransactionConfiguration(timeout = Batches.MOST_SECONDS)
    Batches.Sent take(BatchOrder<ExpenditureLine> order) {
        return batches.once(order, () -> {
            Map<Integer, CheckedExpenditure> checked = new LinkedHashMap<>();
            ExpenditureCheck.Asked asked = new ExpenditureCheck.Asked();
            Map<Expenditures.Named, KnownExpenditure> before = expenditures.known(named(order, asked));
            Set<Expenditures.Named> references = new HashSet<>();
            List<LineResult> results = new ArrayList<>(order.lines().size());
            for (BatchLine<ExpenditureLine> line : order.lines()) {
                results.add(decide(line, before, references, asked, checked, order.dryRun()));
            }
            results = refuseWithoutEvidence(results, checked);
            if (Batches.isToBeBooked(order, results)) {
                record(checked);
            }
            return results;
        });
    }

    /** The lines by their references, each in the ledger of its fund; a line without a fund is refused later. */
    private Set<Expenditures.Named> named(BatchOrder<ExpenditureLine> order, ExpenditureCheck.Asked asked) {
        return order.lines().stream()
                .map(BatchLine::value)
                .filter(Objects::nonNull)
                .filter(wanted -> hasFund(wanted, asked))
                .map(wanted -> named(wanted, asked))
                .collect(Collectors.toSet());
    }

    private boolean hasFund(ExpenditureLine wanted, ExpenditureCheck.Asked asked) {
        try {
            check.fund(wanted.wanted(), asked);
            return true;
        } catch (Refusal noFund) {
            return false;
        }
    }

    private Expenditures.Named named(ExpenditureLine wanted, ExpenditureCheck.Asked asked) {
        return new Expenditures.Named(check.fund(wanted.wanted(), asked).ledger(), wanted.reference());
    }

    private LineResult decide(
            BatchLine<ExpenditureLine> line,
            Map<Expenditures.Named, KnownExpenditure> before,
            Set<Expenditures.Named> references,
            ExpenditureCheck.Asked asked,
            Map<Integer, CheckedExpenditure> checked,
            boolean dryRun) {
        ExpenditureLine wanted = line.value();
        if (wanted == null) {
            return LineResult.refused(line.number(), null, Objects.requireNonNull(line.refusal()));
        }
        try {
            Expenditures.Named name = named(wanted, asked);
            KnownExpenditure recorded = before.get(name);
            if (recorded != null && recorded.isSameAs(wanted)) {
                return LineResult.alreadyBooked(line.number(), wanted.reference(), recorded.id());
            }
            if (recorded != null || !references.add(name)) {
                throw Refusal.of(FundingProblem.EXPENDITURE_REFERENCE_TAKEN).with("reference", wanted.reference());
            }
            CheckedExpenditure passed = check(wanted.wanted(), asked, dryRun).named(wanted.reference());
            checked.put(line.number(), passed);
            return LineResult.booked(line.number(), wanted.reference(), passed.id());
        } catch (Refusal refused) {
            return LineResult.refused(line.number(), wanted.reference(), refused);
        }
    }

    /** Spending on what a fund is not for is an attempt, and kept, unless it was only asked whether it would pass. */
    private CheckedExpenditure check(NewExpenditure wanted, ExpenditureCheck.Asked asked, boolean dryRun) {
        Fund fund = check.fund(wanted, asked);
        if (!dryRun && !fund.allows(wanted.category())) {
            throw ExpenditureCheck.diversion(fund, wanted)
                    .with(
                            "attemptId",
                            attempts.record(
                                            fund,
                                            wanted.category(),
                                            wanted.amount(),
                                            callers.current().subject())
                                    .id());
        }
        return check.byHand(wanted, asked);
    }

    /** Evidence is asked for once per territory, and every line hears of its own missing documents. */
    private List<LineResult> refuseWithoutEvidence(List<LineResult> results, Map<Integer, CheckedExpenditure> checked) {
        Map<DivisionCode, Set<String>> named = new HashMap<>();
        checked.values().forEach(each -> named.computeIfAbsent(each.fund().division(), division -> new TreeSet<>())
                .addAll(each.wanted().evidence()));
        Map<DivisionCode, Set<String>> missing = named.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> evidence.missing(each.getKey(), each.getValue())));
        List<LineResult> decided = new ArrayList<>(results.size());
        for (LineResult result : results) {
            CheckedExpenditure each = checked.get(result.line());
            List<String> without = each == null
                    ? List.of()
                    : each.wanted().evidence().stream()
                            .filter(missing.getOrDefault(each.fund().division(), Set.of())::contains)
                            .toList();
            if (each == null || without.isEmpty()) {
                decided.add(result);
            } else {
                checked.remove(result.line());
                decided.add(LineResult.refused(
                        result.line(),
                        result.reference(),
                        Evidence.refusal(without, each.fund().division())));
            }
        }
        return decided;
    }

    private void record(Map<Integer, CheckedExpenditure> checked) {
        // In one order for all batches, so that no two of them wait for each other.
        expenditures.addAll(checked.values().stream()
                .sorted(Comparator.comparing(CheckedExpenditure::ledger)
                        .thenComparing(each -> Objects.requireNonNull(each.reference())))
                .toList());
        Map<DivisionCode, Map<UUID, List<String>>> attached = new HashMap<>();
        checked.values().forEach(each -> attached.computeIfAbsent(each.fund().division(), division -> new HashMap<>())
                .put(each.id(), each.wanted().evidence()));
        attached.forEach((division, byOwner) -> {
            Set<String> missing = evidence.attachAll(EvidenceOf.EXPENDITURE, division, byOwner);
            if (!missing.isEmpty()) {
                throw Evidence.refusal(missing, division);
            }
        });
    }
}
