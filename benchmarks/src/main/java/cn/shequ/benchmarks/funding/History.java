package cn.shequ.benchmarks.funding;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.benchmarks.town.Street;
import cn.shequ.benchmarks.town.Town;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ten years of a city, event by event. A hundred ledgers have a number of funds at a time; each fund gets one receipt and
 * spends in approvals and payments, a hundred events in all, and is then followed by another. So what grows with the log is
 * the number of funds and what lies in each ledger, not the single fund: as it is in a city.
 *
 * @param events in all
 * @param generation how many events the funds of one time have together
 */
record History(long events, long generation, List<Street> streets) {

    static final int EVENTS_OF_FUND = 100;
    static final int EXPENDITURES_OF_FUND = EVENTS_OF_FUND / 2;
    static final String RECEIVED = "1000.00";
    static final String SPENT = "1.00";
    static final int DAYS = 3_650;
    static final LocalDate FIRST_DAY = Town.TODAY.minusDays(DAYS);

    private static final long MICROS_OF_DAY = ChronoUnit.DAYS.getDuration().toNanos() / 1_000;
    private static final Instant BEGIN = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    /** What has an id here; the id tells kind and number, and grows with the number as the service's own ids do. */
    enum Kind {
        EVENT,
        EXPENDITURE,
        ENTRY,
        FUND,
        RECEIPT;

        UUID id(long number) {
            return new UUID((long) (ordinal() + 1) << 32 | 0x7000, Long.MIN_VALUE | number);
        }

        /** How many there are when this is the last; none when there is no last. */
        static long countUntil(@Nullable UUID last) {
            return last == null ? 0 : (last.getLeastSignificantBits() & Long.MAX_VALUE) + 1;
        }
    }

    /** An event before it has its number. */
    record Told(UUID id, String type, UUID subject, Street street, Instant at, String data) {

        String schema() {
            return "urn:shequ:event:funding:" + type.replace(".v", ":v");
        }

        byte[] numbered(long sequence) {
            return ("{\"data\":" + data + ",\"datacontenttype\":\"application/json\",\"dataschema\":\"" + schema()
                            + "\",\"division\":\"" + street.division() + "\",\"id\":\"" + id + "\",\"partitionkey\":\""
                            + street.ledger() + "\",\"sequence\":" + sequence
                            + ",\"source\":\"/funding\",\"specversion\":\"1.0\",\"subject\":\"" + subject
                            + "\",\"time\":\"" + at + "\",\"type\":\"cn.shequ.funding." + type + "\"}")
                    .getBytes(UTF_8);
        }
    }

    int fundsAtATime() {
        return (int) (generation / EVENTS_OF_FUND);
    }

    long microsBetween() {
        return DAYS * MICROS_OF_DAY / events;
    }

    LocalDate day(long number) {
        return FIRST_DAY.plusDays(number * microsBetween() / MICROS_OF_DAY);
    }

    long fund(long number) {
        return number / generation * fundsAtATime() + number % fundsAtATime();
    }

    Told at(long number) {
        int part = (int) (number % generation / fundsAtATime());
        Street street = streets.get((int) (number % fundsAtATime() % streets.size()));
        Instant at = BEGIN.plus(number * microsBetween(), ChronoUnit.MICROS);
        UUID subject = part == 0
                ? Kind.RECEIPT.id(fund(number))
                : Kind.EXPENDITURE.id(fund(number) * EXPENDITURES_OF_FUND + (part - 1) / 2);
        String type =
                part == 0 ? "receipt-posted.v1" : part % 2 == 1 ? "expenditure-approved.v1" : "expenditure-paid.v1";
        return new Told(Kind.EVENT.id(number), type, subject, street, at, data(number, part, subject, street));
    }

    /** Members in the order of RFC 8785. */
    private String data(long number, int part, UUID subject, Street street) {
        String division = "\"division\":\"" + street.division() + "\",";
        String entry = "\"entry\":\"" + Kind.ENTRY.id(number) + "\",";
        String ledger = "\"ledger\":\"" + street.ledger() + "\"";
        if (part == 0) {
            return "{\"amount\":\"" + RECEIVED + "\",\"bookedOn\":\"" + day(number) + "\"," + division + entry + ledger
                    + ",\"part\":1,\"parts\":1,\"payer\":\"" + Town.DISTRICT + "\",\"receipt\":\"" + subject
                    + "\",\"settlements\":[]}";
        }
        boolean approved = part % 2 == 1;
        return "{\"amount\":\"" + SPENT + "\",\"" + (approved ? "approvedOn" : "bookedOn") + "\":\"" + day(number)
                + "\",\"category\":\"WORKING_COSTS\",\"commitment\":\"" + "5a".repeat(32) + "\"," + division
                + (approved ? "" : entry) + "\"expenditure\":\"" + subject + "\",\"fund\":\""
                + Kind.FUND.id(fund(number)) + "\"," + ledger + "}";
    }
}
