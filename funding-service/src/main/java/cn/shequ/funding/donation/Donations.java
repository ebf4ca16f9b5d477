package cn.shequ.funding.donation;

import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The donations as recorded; who gave them stands apart, where it can be erased. */
@ApplicationScoped
class Donations {

    private static final String SELECT = """
            SELECT n.id, n.ledger, l.division, n.fund, f.community, f.categories AS bound_to, n.amount, n.booked_on,
                   n.bank_reference, d.donor, encode(d.salt, 'hex') AS salt, n.anonymous, n.commitment, e.id AS entry,
                   v.id AS reversed_by
            FROM donation n JOIN ledger l ON l.id = n.ledger JOIN fund f ON f.id = n.fund
            JOIN entry e ON e.document = n.id AND e.kind = 'DONATION'
            LEFT JOIN entry v ON v.reverses = e.id
            LEFT JOIN donation_donor d ON d.donation = n.id
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Donations(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps the donation; false when the bank's line is booked already. */
    boolean add(UUID id, UUID fund, NewDonation wanted, String commitment, byte[] salt, String recordedBy) {
        return jdbi.withHandle(handle -> {
            int added = handle.createUpdate("""
                            INSERT INTO donation (id, ledger, fund, amount, booked_on, bank_reference, anonymous, commitment,
                                                  recorded_by, recorded_at)
                            VALUES (:id, :ledger, :fund, :amount, :bookedOn, :bankReference, :anonymous, :commitment,
                                    :recordedBy, :recordedAt)""")
                    .bind("id", id)
                    .bind("ledger", wanted.ledger())
                    .bind("fund", fund)
                    .bind("amount", wanted.amount())
                    .bind("bookedOn", wanted.bookedOn())
                    .bind("bankReference", wanted.bankReference())
                    .bind("anonymous", wanted.anonymous())
                    .bind("commitment", commitment)
                    .bind("recordedBy", recordedBy)
                    .bind("recordedAt", clock.instant())
                    .execute();
            if (added == 0) {
                return false;
            }
            handle.createUpdate("""
                            INSERT INTO donation_donor (donation, donor, salt)
                            VALUES (:id, :donor, decode(:salt, 'hex'))""")
                    .bind("id", id)
                    .bind("donor", wanted.donor())
                    .bind("salt", HexFormat.of().formatHex(salt))
                    .execute();
            return true;
        });
    }

    Optional<Donation> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE n.id = :id")
                .bind("id", id)
                .mapTo(Donation.class)
                .findOne());
    }

    /** The donations to a community. */
    Page<Donation> to(DivisionCode community, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(
                                SELECT + "WHERE f.community = :community AND n.id > :from ORDER BY n.id LIMIT :most")
                        .bind("community", community)
                        .bind("from", Funds.afterId(page))
                        .bind("most", page.limit() + 1)
                        .mapTo(Donation.class)
                        .list()),
                page,
                donation -> donation.id().toString());
    }
}
