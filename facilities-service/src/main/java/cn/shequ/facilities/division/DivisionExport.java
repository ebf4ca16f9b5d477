package cn.shequ.facilities.division;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.territory.Division;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes divisions as the table that an import reads. */
final class DivisionExport {

    private DivisionExport() {}

    static String csv(List<Division> divisions) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(DivisionLine.COLUMNS);
            for (Division division : divisions) {
                DivisionCode parent = division.parent();
                printer.printRecord(
                        division.code(),
                        division.name(),
                        division.level(),
                        division.kind(),
                        parent == null ? "" : parent.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
