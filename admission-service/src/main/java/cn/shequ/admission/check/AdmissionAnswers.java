package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Territory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Answers questions with every reason in the reader's language: from memory, or by a few queries, however many they are. */
@Singleton
class AdmissionAnswers {

    /** So many wrong fields are named at most. */
    private static final int ERRORS = 100;

    private final AdmissionChecks checks;
    private final Facts facts;
    private final Clock clock;

    AdmissionAnswers(AdmissionChecks checks, Facts facts, Clock clock) {
        this.checks = checks;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws Refusal 400 that names what is wrong with the question */
    AdmissionCheck answer(AskedCheck asked, Locale language) {
        return answers(List.of(asked), place -> "", language, facts).getFirst();
    }

    /**
     * The same where everything that it rests on is remembered, without waiting for anything; empty where it is not.
     *
     * @throws Refusal 400 that names what is wrong with the question
     */
    Optional<AdmissionCheck> answerAtHand(AskedCheck asked, Locale language) {
        try {
            return Optional.of(answers(List.of(asked), place -> "", language, facts.atHand())
                    .getFirst());
        } catch (NotRemembered e) {
            return Optional.empty();
        }
    }

    /** @throws Refusal 400 that names what is wrong with which question; then none is answered */
    List<AdmissionCheck> answers(AskedChecks asked, Locale language) {
        return answers(asked.questions(), "questions[%d]."::formatted, language, facts);
    }

    private List<AdmissionCheck> answers(
            List<AskedCheck> asked, IntFunction<String> place, Locale language, Facts from) {
        List<Question> questions = read(asked, place);
        Found found = checks.find(questions, from);
        List<Verdict> verdicts = new ArrayList<>(questions.size());
        questions.forEach(question -> verdicts.add(found.verdict(question)));
        requireKnown(questions, verdicts, place, from);
        List<AdmissionCheck> answers = new ArrayList<>(questions.size());
        for (int number = 0; number < questions.size(); number++) {
            answers.add(answer(questions.get(number), verdicts.get(number), found, language));
        }
        return answers;
    }

    private List<Question> read(List<AskedCheck> asked, IntFunction<String> place) {
        LocalDate today = LocalDate.now(clock);
        List<FieldError> wrong = new ArrayList<>();
        List<Question> questions = new ArrayList<>(asked.size());
        for (int number = 0; number < asked.size() && wrong.size() < ERRORS; number++) {
            Question question = Question.read(asked.get(number), place.apply(number), today, wrong);
            if (question != null) {
                questions.add(question);
            }
        }
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
        return questions;
    }

    /** Where something was admitted there is a community; of all others it is looked up, on the day that is asked about. */
    private void requireKnown(List<Question> questions, List<Verdict> verdicts, IntFunction<String> place, Facts from) {
        Map<Integer, Territory.CodeOnDay> without = new LinkedHashMap<>();
        for (int number = 0; number < questions.size(); number++) {
            if (verdicts.get(number).tasks().isEmpty()) {
                without.put(number, where(questions.get(number)));
            }
        }
        if (without.isEmpty()) {
            return;
        }
        Map<Territory.CodeOnDay, Boolean> known = from.known(Set.copyOf(without.values()));
        List<FieldError> wrong = new ArrayList<>();
        without.forEach((number, where) -> {
            if (!known.getOrDefault(where, false) && wrong.size() < ERRORS) {
                wrong.add(FieldError.of(
                        place.apply(number) + "community", "unknown-division", Map.of("value", where.code())));
            }
        });
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
    }

    private static Refusal refused(List<FieldError> wrong) {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        wrong.forEach(invalid::at);
        return invalid;
    }

    /** Of a later day nothing is known yet but how it is today. */
    private Territory.CodeOnDay where(Question question) {
        return new Territory.CodeOnDay(question.community(), question.past() ? question.on() : LocalDate.now(clock));
    }

    private static AdmissionCheck answer(Question question, Verdict verdict, Found found, Locale language) {
        List<AmountDue> due = found.due(question, verdict);
        List<AdmissionCheck.Reason> reasons = new ArrayList<>(verdict.reasons().size());
        for (ReasonCode code : verdict.reasons()) {
            reasons.add(reason(code, question, verdict, code == ReasonCode.FUNDS_NOT_PAID ? due : List.of(), language));
        }
        return new AdmissionCheck(
                verdict.permitted(),
                question.department(),
                question.community(),
                question.matter(),
                question.on(),
                reasons,
                verdict.tasks());
    }

    private static AdmissionCheck.Reason reason(
            ReasonCode code, Question question, Verdict verdict, List<AmountDue> due, Locale language) {
        return new AdmissionCheck.Reason(
                code, code.articles(), CheckTexts.text(code, verdict, question, due, language), due);
    }
}
