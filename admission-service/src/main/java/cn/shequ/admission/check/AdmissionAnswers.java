package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.Placements;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers questions with every reason in the reader's language: a few queries, however many questions there are. */
@ApplicationScoped
class AdmissionAnswers {

    /** So many wrong fields are named at most. */
    private static final int ERRORS = 100;

    private final AdmissionChecks checks;
    private final Placements placements;
    private final Territory territory;
    private final Clock clock;

    AdmissionAnswers(AdmissionChecks checks, Placements placements, Territory territory, Clock clock) {
        this.checks = checks;
        this.placements = placements;
        this.territory = territory;
        this.clock = clock;
    }

    /** @throws Refusal 400 that names what is wrong with the question */
    AdmissionCheck answer(AskedCheck asked, Locale language) {
        return answers(List.of(asked), place -> "", language).getFirst();
    }

    /** @throws Refusal 400 that names what is wrong with which question; then none is answered */
    List<AdmissionCheck> answers(AskedChecks asked, Locale language) {
        return answers(asked.questions(), "questions[%d]."::formatted, language);
    }

    private List<AdmissionCheck> answers(List<AskedCheck> asked, IntFunction<String> place, Locale language) {
        List<Question> questions = read(asked, place);
        List<Verdict> verdicts = checks.verdicts(questions);
        requireKnown(questions, verdicts, place);
        Map<UUID, AmountDue> due = due(questions, verdicts);
        return IntStream.range(0, questions.size())
                .mapToObj(number -> answer(questions.get(number), verdicts.get(number), due, language))
                .toList();
    }

    private List<Question> read(List<AskedCheck> asked, IntFunction<String> place) {
        LocalDate today = LocalDate.now(clock);
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        List<Question> questions = new ArrayList<>(asked.size());
        for (int number = 0; number < asked.size() && invalid.errors().size() < ERRORS; number++) {
            Question question = Question.read(asked.get(number), place.apply(number), today, invalid);
            if (question != null) {
                questions.add(question);
            }
        }
        if (!invalid.errors().isEmpty()) {
            throw invalid;
        }
        return questions;
    }

    /** Where something was admitted there is a community; of all others it is looked up, on the day that is asked about. */
    private void requireKnown(List<Question> questions, List<Verdict> verdicts, IntFunction<String> place) {
        List<Integer> without = IntStream.range(0, questions.size())
                .filter(number -> verdicts.get(number).tasks().isEmpty())
                .boxed()
                .toList();
        Set<Territory.CodeOnDay> known = territory.knownOn(
                without.stream().map(questions::get).map(this::where).collect(Collectors.toSet()));
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        without.stream()
                .filter(number -> !known.contains(where(questions.get(number))))
                .limit(ERRORS)
                .forEach(number -> invalid.at(FieldError.of(
                        place.apply(number) + "community",
                        "unknown-division",
                        Map.of("value", questions.get(number).community()))));
        if (!invalid.errors().isEmpty()) {
            throw invalid;
        }
    }

    /** Of a later day nothing is known yet but how it is today. */
    private Territory.CodeOnDay where(Question question) {
        return new Territory.CodeOnDay(question.community(), question.past() ? question.on() : LocalDate.now(clock));
    }

    /** What is owed next for each placement that money stands in the way of now; what was owed once, funding says. */
    private Map<UUID, AmountDue> due(List<Question> questions, List<Verdict> verdicts) {
        List<UUID> unpaid = IntStream.range(0, questions.size())
                .filter(number -> !questions.get(number).past())
                .mapToObj(verdicts::get)
                .filter(verdict -> verdict.reasons().contains(ReasonCode.FUNDS_NOT_PAID))
                .flatMap(verdict -> verdict.tasks().stream())
                .map(AdmittedTask::placement)
                .distinct()
                .toList();
        return unpaid.isEmpty()
                ? Map.of()
                : placements.owed(unpaid).stream().collect(Collectors.toMap(AmountDue::placement, Function.identity()));
    }

    private static AdmissionCheck answer(
            Question question, Verdict verdict, Map<UUID, AmountDue> due, Locale language) {
        return new AdmissionCheck(
                verdict.permitted(),
                question.department(),
                question.community(),
                question.matter(),
                question.on(),
                verdict.reasons().stream()
                        .map(code -> reason(code, question, verdict, due, language))
                        .toList(),
                verdict.tasks());
    }

    private static AdmissionCheck.Reason reason(
            ReasonCode code, Question question, Verdict verdict, Map<UUID, AmountDue> due, Locale language) {
        List<AmountDue> first = code == ReasonCode.FUNDS_NOT_PAID && !question.past()
                ? verdict.tasks().stream()
                        .filter(task -> task.standing(question.on()) == code)
                        .map(task -> due.get(task.placement()))
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
        return new AdmissionCheck.Reason(
                code, code.articles(), CheckTexts.text(code, verdict, question, first, language), first);
    }
}
