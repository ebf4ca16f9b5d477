package cn.shequ.funding.expenditure;

import cn.shequ.events.EventData;
import cn.shequ.funding.batch.Seen;
import cn.shequ.funding.fund.Closings;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.EntryDraft;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Journal;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Approves many expenditures together: each by the rules of a single approval ({@link ExpenditureDeciding}), in their order, and
 * all that pass are written by a handful of statements. Those that draw on a reservation go one by one, and first: reservations
 * are locked before funds.
 */
@ApplicationScoped
class ExpenditureBatchApproving {

    private final Expenditures expenditures;
    private final ExpenditureDeciding deciding;
    private final Funds funds;
    private final FundDays fundDays;
    private final BookingDays days;
    private final Journal journal;
    private final Callers callers;

    ExpenditureBatchApproving(
            Expenditures expenditures,
            ExpenditureDeciding deciding,
            Funds funds,
            FundDays fundDays,
            BookingDays days,
            Journal journal,
            Callers callers) {
        this.expenditures = expenditures;
        this.deciding = deciding;
        this.funds = funds;
        this.fundDays = fundDays;
        this.days = days;
        this.journal = journal;
        this.callers = callers;
    }

    private record Approved(
            Expenditure expenditure, @Nullable EntryDraft entry) {}

    private record Day(UUID ledger, LocalDate day) {}

    /** Returns those that were refused, and why; nothing of them changed. */
    Map<UUID, Refusal> approve(List<UUID> ids) {
        Map<UUID, Refusal> refused = new HashMap<>();
        Map<UUID, Expenditure> locked = expenditures.lockAll(ids);
        Map<Expenditure, ExpenditureStage> next = decided(ids, locked, refused);
        List<Expenditure> booked = next.keySet().stream()
                .filter(each -> next.get(each) == ExpenditureStage.APPROVED)
                .toList();
        Closings closings = closings(booked);
        List<Approved> approved = new ArrayList<>(next.size());
        next.forEach((expenditure, stage) -> {
            try {
                approved.add(new Approved(
                        expenditure, stage == ExpenditureStage.APPROVED ? reserve(expenditure, closings) : null));
            } catch (Refusal refusal) {
                refused.put(expenditure.id(), refusal);
            }
        });
        write(approved);
        return refused;
    }

    /** Where each goes that may go on, in the order of the batch. */
    private Map<Expenditure, ExpenditureStage> decided(
            List<UUID> ids, Map<UUID, Expenditure> locked, Map<UUID, Refusal> refused) {
        Seen<DivisionCode, DivisionCode> territory = new Seen<>();
        Seen<Day, Day> open = new Seen<>();
        Map<Expenditure, ExpenditureStage> next = new LinkedHashMap<>();
        for (UUID id : ids) {
            try {
                Expenditure expenditure = locked.get(id);
                if (expenditure == null) {
                    throw Refusal.of(HttpProblem.NOT_FOUND);
                }
                if (expenditure.drawsOn() == null) {
                    next.put(expenditure, next(expenditure, territory, open));
                } else {
                    deciding.approve(id);
                }
            } catch (Refusal refusal) {
                refused.put(id, refusal);
            }
        }
        return next;
    }

    private ExpenditureStage next(
            Expenditure expenditure, Seen<DivisionCode, DivisionCode> territory, Seen<Day, Day> open) {
        territory.once(expenditure.division(), () -> {
            expenditures.requireAct(expenditure);
            return expenditure.division();
        });
        ExpenditureStage next =
                expenditure.take(ExpenditureStep.APPROVED, callers.current().subject());
        if (next == ExpenditureStage.APPROVED) {
            Day day = new Day(expenditure.ledger(), expenditure.bookedOn());
            open.once(day, () -> {
                days.require(day.ledger(), day.day());
                return day;
            });
        }
        return next;
    }

    private Closings closings(List<Expenditure> booked) {
        List<UUID> concerned = booked.stream().map(Expenditure::fund).distinct().toList();
        if (concerned.isEmpty()) {
            return new Closings(List.of());
        }
        funds.lock(concerned);
        return fundDays.closings(
                concerned,
                booked.stream()
                        .map(Expenditure::bookedOn)
                        .min(LocalDate::compareTo)
                        .orElseThrow());
    }

    private static EntryDraft reserve(Expenditure expenditure, Closings closings) {
        FundDays.requireAvailable(
                expenditure.fund(),
                expenditure.amount(),
                closings.availableFrom(expenditure.fund(), expenditure.bookedOn()));
        closings.take(expenditure.fund(), expenditure.bookedOn(), expenditure.amount());
        return EntryDraft.of(
                EntryKind.COMMITMENT,
                expenditure.ledger(),
                expenditure.bookedOn(),
                expenditure.id(),
                ExpenditureBooking.commitment(expenditure.fund(), expenditure.amount(), false));
    }

    private void write(List<Approved> approved) {
        String by = callers.current().subject();
        List<EntryDraft> drafts = new ArrayList<>(approved.size());
        List<List<EventData>> events = new ArrayList<>(approved.size());
        List<Expenditures.Taking> taking = new ArrayList<>(approved.size());
        for (Approved each : approved) {
            EntryDraft entry = each.entry();
            if (entry != null) {
                drafts.add(entry);
                events.add(List.of(deciding.approved(each.expenditure())));
            }
            taking.add(new Expenditures.Taking(each.expenditure().id(), entry == null ? null : entry.id()));
        }
        if (!drafts.isEmpty()) {
            journal.makeAll(drafts, by, journal.tell(events));
        }
        expenditures.takeAll(taking, ExpenditureStep.APPROVED, by);
    }
}
