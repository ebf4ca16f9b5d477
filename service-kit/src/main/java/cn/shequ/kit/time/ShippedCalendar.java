package cn.shequ.kit.time;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The arrangements that ship with the product, and those of a file that an operator adds when the State Council has
 * announced another year: no release is needed for it, only a restart. A year in the file takes the place of the shipped one.
 */
@Singleton
class ShippedCalendar {

    @Produces
    @DefaultBean
    @Singleton
    BusinessCalendar calendar(
            @ConfigProperty(name = "shequ.calendar.file") Optional<Path> added, CalendarMeters meters) {
        List<HolidayArrangement> arrangements = new ArrayList<>(shipped());
        added.ifPresent(file -> arrangements.addAll(read(file)));
        BusinessCalendar calendar = new BusinessCalendar(arrangements);
        meters.watch(calendar);
        return calendar;
    }

    static List<HolidayArrangement> shipped() {
        try (InputStream years = ShippedCalendar.class.getResourceAsStream("/calendar/china.json")) {
            return read(Objects.requireNonNull(years));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when the file cannot be read or holds a day that cannot be: the service does not start */
    static List<HolidayArrangement> read(Path file) {
        try (InputStream years = Files.newInputStream(file)) {
            return read(years);
        } catch (IOException e) {
            throw new IllegalStateException("shequ.calendar.file " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<HolidayArrangement> read(InputStream years) throws IOException {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build()
                .readValue(years, new TypeReference<>() {});
    }
}
