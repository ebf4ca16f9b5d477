package cn.shequ.workforce.citizen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** Valid identity numbers of nobody, each different from the others of this JVM. */
public final class TestNumbers {

    /** Area code 990000 is assigned to no place. */
    private static final String NOWHERE = "990";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestNumbers() {}

    public static String bornOn(LocalDate day) {
        int number = NEXT.getAndIncrement();
        String body = NOWHERE
                + "%03d".formatted(number / 1000)
                + DateTimeFormatter.BASIC_ISO_DATE.format(day)
                + "%03d".formatted(number % 1000);
        return body + CitizenIdentityNumber.checkCharacter(body);
    }
}
