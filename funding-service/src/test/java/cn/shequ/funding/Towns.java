package cn.shequ.funding;

import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Makes territory known to the service, as its replica does when it hears of a division. */
@ApplicationScoped
public class Towns {

    private static final LocalDate SINCE = LocalDate.of(2011, 1, 1);
    private static final AtomicInteger BUILT = new AtomicInteger(1000);

    private final TerritoryRecord territory;
    private final Event<Division> known;
    private final Ledgers ledgers;

    Towns(TerritoryRecord territory, Event<Division> known, Ledgers ledgers) {
        this.territory = territory;
        this.known = known;
        this.ledgers = ledgers;
    }

    @Transactional
    public void hear(Division division) {
        territory.put(division);
        known.fire(division);
    }

    @Transactional
    public Town build() {
        String city = "4" + BUILT.incrementAndGet();
        DivisionCode prefecture = division(city + "0000000", DivisionLevel.CITY, "PREFECTURE_LEVEL_CITY", null);
        DivisionCode district = division(city + "2000000", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", prefecture);
        DivisionCode neighbour = division(city + "3000000", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", prefecture);
        DivisionCode street = division(city + "2001000", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", district);
        DivisionCode beside = division(city + "3001000", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", neighbour);
        List<DivisionCode> communities = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> division(city + "200100" + i, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", street))
                .toList();
        Calls.upload(Calls.finance(prefecture), Calls.INVOICE);
        return new Town(
                prefecture,
                district,
                neighbour,
                street,
                beside,
                communities,
                ledgers.ofDivision(street).orElseThrow().id().toString(),
                ledgers.ofDivision(district).orElseThrow().id().toString());
    }

    /** The real divisions of Changchun, heard of once. */
    @Transactional
    public DivisionCode changchun() {
        DivisionCode city = DivisionCode.of("220100000000");
        if (!territory.knows(city)) {
            List<Division> divisions = read();
            territory.putAll(divisions);
            divisions.forEach(known::fire);
        }
        return city;
    }

    private static List<Division> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Towns.class.getResourceAsStream("/territory/changchun-divisions.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Towns::division).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Division division(String line) {
        String[] columns = line.split(",", -1);
        return new Division(
                DivisionCode.of(columns[0]),
                columns[1],
                DivisionLevel.valueOf(columns[2]),
                columns[3],
                columns[4].isEmpty() ? null : DivisionCode.of(columns[4]),
                SINCE,
                null);
    }

    private DivisionCode division(String code, DivisionLevel level, String kind, DivisionCode parent) {
        DivisionCode division = DivisionCode.of(code);
        hear(new Division(division, "区划" + code, level, kind, parent, SINCE, null));
        return division;
    }
}
