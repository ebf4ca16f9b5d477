package cn.shequ.funding.ledger;

import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An entry about to be made: two or more postings that sum to zero. One that does not balance cannot exist. */
public record EntryDraft(EntryHead head, List<Posting> postings) {

    public EntryDraft {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("an entry has two postings or more, not " + postings.size());
        }
        Money sum = Money.sum(postings.stream().map(Posting::amount).toList());
        if (!sum.isZero()) {
            throw new IllegalArgumentException("an entry sums to zero, not to " + sum);
        }
    }

    public static EntryDraft of(
            EntryKind kind, UUID ledger, LocalDate bookedOn, UUID document, List<Posting> postings) {
        return new EntryDraft(new EntryHead(Ids.next(), ledger, bookedOn, kind, document, null), postings);
    }

    public static EntryDraft reversing(
            UUID reversed, UUID ledger, LocalDate bookedOn, UUID document, List<Posting> postings) {
        return new EntryDraft(
                new EntryHead(Ids.next(), ledger, bookedOn, EntryKind.REVERSAL, document, reversed), postings);
    }

    public UUID id() {
        return head.id();
    }

    public LocalDate bookedOn() {
        return head.bookedOn();
    }
}
