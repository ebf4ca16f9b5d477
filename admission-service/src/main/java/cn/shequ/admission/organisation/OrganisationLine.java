package cn.shequ.admission.organisation;

import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.events.admission.OrganisationCategory;
import cn.shequ.events.admission.OrganisationKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a line of a table of organisations; what is wrong with it by itself is noted. */
final class OrganisationLine {

    static final List<String> COLUMNS = List.of(
            "number",
            "community",
            "nameZh",
            "kind",
            "category",
            "track",
            "individualMembers",
            "institutionalMembers",
            "capital",
            "head",
            "headPost",
            "headException",
            "setUpBy",
            "verticallyManaged",
            "basisKind",
            "basisCitation",
            "authority",
            "decidedOn",
            "earlierDocument");

    private static final int MOST_MEMBERS = 1_000_000;
    private static final int EARLIEST_YEAR = 1900;

    private OrganisationLine() {}

    static @Nullable ImportedOrganisation read(CsvLine line) {
        note(line);
        return line.findings().isEmpty() ? entry(line) : null;
    }

    private static void note(CsvLine line) {
        line.value("community", "not-a-division-code", DivisionCode::of);
        line.value("nameZh", "not-a-name", OrganisationLine::name);
        line.value("kind", "not-a-choice", OrganisationKind::valueOf);
        line.optional("category", "not-a-choice", OrganisationCategory::valueOf);
        Track track = line.value("track", "not-a-choice", Track::valueOf);
        if (track == Track.REGISTERED) {
            line.value("number", "not-a-credit-code", CreditCode::of);
        } else {
            line.words("number", 64);
        }
        line.value("individualMembers", "not-a-count", OrganisationLine::count);
        line.value("institutionalMembers", "not-a-count", OrganisationLine::count);
        line.value("capital", "not-an-amount", OrganisationLine::amount);
        line.value("head", "not-a-person", UUID::fromString);
        line.optional("headPost", "not-a-choice", CommitteePost::valueOf);
        words(line, "headException", 2000);
        line.optional("setUpBy", "not-a-credit-code", CreditCode::of);
        line.value("verticallyManaged", "not-a-choice", OrganisationLine::yesOrNo);
        noteBasis(line);
        line.words("authority", 200);
        line.value("decidedOn", "not-a-date", OrganisationLine::day);
        words(line, "earlierDocument", 400);
    }

    /** A basis has both its kind and where it stands, or is none. */
    private static void noteBasis(CsvLine line) {
        line.optional("basisKind", "not-a-choice", LegalBasisKind::valueOf);
        words(line, "basisCitation", 400);
        if (line.text("basisKind").isEmpty() != line.text("basisCitation").isEmpty()) {
            line.note(line.text("basisKind").isEmpty() ? "basisKind" : "basisCitation", "required", Map.of());
        }
    }

    /** Of a line in which nothing is wrong. */
    private static ImportedOrganisation entry(CsvLine line) {
        return new ImportedOrganisation(
                line.text("number"),
                DivisionCode.of(line.text("community")),
                line.text("nameZh"),
                OrganisationKind.valueOf(line.text("kind")),
                line.optional("category", "not-a-choice", OrganisationCategory::valueOf),
                Track.valueOf(line.text("track")),
                count(line.text("individualMembers")),
                count(line.text("institutionalMembers")),
                amount(line.text("capital")),
                UUID.fromString(line.text("head")),
                line.optional("headPost", "not-a-choice", CommitteePost::valueOf),
                words(line, "headException", 2000),
                line.optional("setUpBy", "not-a-credit-code", CreditCode::of),
                yesOrNo(line.text("verticallyManaged")),
                line.optional("basisKind", "not-a-choice", LegalBasisKind::valueOf),
                words(line, "basisCitation", 400),
                line.text("authority"),
                day(line.text("decidedOn")),
                words(line, "earlierDocument", 400));
    }

    private static @Nullable String words(CsvLine line, String column, int most) {
        return line.text(column).isEmpty() ? null : line.words(column, most);
    }

    private static String name(String text) {
        if (!text.matches(NewOrganisation.NAME)) {
            throw new IllegalArgumentException("not a name");
        }
        return text;
    }

    private static int count(String text) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > MOST_MEMBERS) {
            throw new IllegalArgumentException("not a count: " + number);
        }
        return number;
    }

    private static Money amount(String text) {
        Money amount = Money.of(text);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a negative amount");
        }
        return amount;
    }

    /** The oldest of the bodies that there are is younger than this. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < EARLIEST_YEAR) {
            throw new IllegalArgumentException("too early: " + day);
        }
        return day;
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
