package cn.shequ.events.samples;

import static java.util.stream.Collectors.joining;

import cn.shequ.events.EventCatalogue;
import cn.shequ.events.EventData;
import cn.shequ.events.EventPart;
import cn.shequ.events.admission.AssessmentClosed;
import cn.shequ.events.admission.AwardCancelled;
import cn.shequ.events.facilities.DivisionChanged;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One made-up event of every type: real divisions, invented ids, bodies and figures. */
public final class Sample {

    public static final String CITY = "220100000000";
    public static final String DISTRICT = "220102000000";
    public static final String SUBDISTRICT = "220102001000";
    public static final String COMMUNITY = "220102001001";
    public static final String ANOTHER_COMMUNITY = "220102001002";
    public static final String DEPARTMENT = "11220100MB0000001Y";
    public static final String SUCCESSOR = "11220100MB00000022";
    public static final String ORGANISATION = "52220102MJ00000013";

    private Sample() {}

    /** A UUID that nobody can take for a real one. */
    public static String id(int number) {
        return "019a9c5e-0000-7000-8000-%012d".formatted(number);
    }

    /** All samples, each with every optional part present. */
    public static List<EventData> all() {
        return Stream.of(
                        FacilitiesSamples.all().stream(),
                        AdmissionSamples.all().stream(),
                        FundingSamples.all().stream(),
                        OversightSamples.all().stream(),
                        WorkforceSamples.all().stream())
                .flatMap(samples -> samples)
                .toList();
    }

    public static EventData of(EventCatalogue.Entry entry) {
        List<EventData> found = all().stream().filter(entry.data()::isInstance).toList();
        if (found.size() != 1) {
            throw new AssertionError(entry.type() + " needs exactly one sample and has " + found.size());
        }
        return found.getFirst();
    }

    /** The same event without its optional parts. */
    public static EventData withoutOptionalParts(EventData sample) {
        return switch (sample) {
            case DivisionChanged _ -> FacilitiesSamples.CITY_ITSELF;
            case AwardCancelled _ -> AdmissionSamples.WITHDRAWN;
            case AssessmentClosed _ -> AdmissionSamples.NOTHING_COUNTED;
            default -> (EventData) bare((Record & EventPart) sample);
        };
    }

    public static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object bare(Record event) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = isOptional(components[i])
                        ? null
                        : components[i].getAccessor().invoke(event);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return event.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(
                    Arrays.stream(components).map(RecordComponent::getName).collect(joining(", ")), impossible);
        }
    }
}
