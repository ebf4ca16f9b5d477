package cn.shequ.admission.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.RandomCases;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.localstack.SuiteInfrastructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
class AdmissionCheckSerializerComponentTest {

    private static final CreditCode BODY = CreditCode.of("11220102DEM000014K");

    @Inject
    ObjectMapper mapper;

    /** The same components in a type for which there is no serializer. */
    private record ByComponents(
            boolean permitted,
            CreditCode department,
            DivisionCode community,
            String matter,
            LocalDate on,
            List<AdmissionCheck.Reason> reasons,
            List<AdmittedTask> placements) {

        static ByComponents of(AdmissionCheck answer) {
            return new ByComponents(
                    answer.permitted(),
                    answer.department(),
                    answer.community(),
                    answer.matter(),
                    answer.on(),
                    answer.reasons(),
                    answer.placements());
        }
    }

    @Test
    void theTwoTypesHaveTheSameComponentsAndOneHasTheSerializer() throws JsonProcessingException {
        assertThat(ByComponents.class.getRecordComponents())
                .usingElementComparator(Comparator.comparing(RecordComponent::getName))
                .containsExactly(AdmissionCheck.class.getRecordComponents());
        SerializerProvider serializers = mapper.getSerializerProviderInstance();
        assertThat(serializers.findValueSerializer(AdmissionCheck.class)).isInstanceOf(AdmissionCheckSerializer.class);
        assertThat(serializers.findValueSerializer(ByComponents.class)).isInstanceOf(BeanSerializer.class);
    }

    @Test
    void anAnswerIsWrittenAsItWouldBeByItsComponents() {
        RandomCases.forAll(500, random -> {
            AdmissionCheck answer = answer(random);
            assertThat(json(answer)).isEqualTo(json(ByComponents.of(answer)));
        });
    }

    @Test
    void andSoAreSeveral() {
        RandomCases.forAll(20, random -> {
            List<AdmissionCheck> answers = several(random, () -> answer(random));
            assertThat(json(answers))
                    .isEqualTo(json(answers.stream().map(ByComponents::of).toList()));
        });
    }

    private String json(Object value) {
        try {
            return new String(mapper.writeValueAsBytes(value), UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AdmissionCheck answer(RandomGenerator random) {
        return new AdmissionCheck(
                random.nextBoolean(),
                BODY,
                DivisionCode.of("220102001001"),
                "PUBLIC_HEALTH",
                RandomTasks.day(random),
                several(random, () -> reason(random)),
                several(random, () -> RandomTasks.task(random)));
    }

    private static AdmissionCheck.Reason reason(RandomGenerator random) {
        ReasonCode code = ReasonCode.values()[random.nextInt(ReasonCode.values().length)];
        return new AdmissionCheck.Reason(
                code,
                code.articles(),
                RandomTasks.text(random),
                several(random, () -> RandomTasks.due(random, RandomTasks.id(random))));
    }

    private static <T> List<T> several(RandomGenerator random, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(4)).toList();
    }
}
