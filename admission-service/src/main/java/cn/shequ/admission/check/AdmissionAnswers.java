package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Answers questions with every reason in the reader's language: from memory, or by a few queries, however many they are. */
@Singleton
class AdmissionAnswers {

    /** So many wrong fields are named at most. */
    private static final int ERRORS = 100;
    /** A question by itself has no place before the names of its fields. */
    private static final IntFunction<String> ALONE = number -> "";

    private final FactSource source;
    private final Clock clock;

    AdmissionAnswers(FactSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** @throws Refusal 400 that names what is wrong with the question */
    AdmissionCheck answer(AskedCheck asked, Locale language) {
        return answers(List.of(asked), ALONE, language).getFirst();
    }

    /**
     * The same where everything that it rests on is remembered, without waiting for anything; empty where it is not.
     *
     * @throws Refusal 400 that names what is wrong with the question
     */
    Optional<AdmissionCheck> answerAtHand(AskedCheck asked, Locale language) {
        LocalDate today = LocalDate.now(clock);
        try {
            return Optional.of(answers(read(List.of(asked), ALONE, today), ALONE, today, source.atHand(), language)
                    .getFirst());
        } catch (NotRemembered e) {
            return Optional.empty();
        }
    }

    /** @throws Refusal 400 that names what is wrong with which question; then none is answered */
    List<AdmissionCheck> answers(AskedChecks asked, Locale language) {
        return answers(asked.questions(), "questions[%d]."::formatted, language);
    }

    private List<AdmissionCheck> answers(List<AskedCheck> asked, IntFunction<String> place, Locale language) {
        LocalDate today = LocalDate.now(clock);
        List<Question> questions = read(asked, place, today);
        return answers(questions, place, today, Found.of(questions, today, source), language);
    }

    private static List<AdmissionCheck> answers(
            List<Question> questions, IntFunction<String> place, LocalDate today, Facts facts, Locale language) {
        List<Holding> holdings = new ArrayList<>(questions.size());
        for (Question question : questions) {
            holdings.add(facts.holding(question));
        }
        requireKnown(questions, holdings, place, today, facts);
        List<AdmissionCheck> answers = new ArrayList<>(questions.size());
        for (int number = 0; number < questions.size(); number++) {
            answers.add(answer(questions.get(number), holdings.get(number), facts, language));
        }
        return answers;
    }

    private static List<Question> read(List<AskedCheck> asked, IntFunction<String> place, LocalDate today) {
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
    private static void requireKnown(
            List<Question> questions, List<Holding> holdings, IntFunction<String> place, LocalDate today, Facts facts) {
        List<FieldError> wrong = new ArrayList<>();
        for (int number = 0; number < questions.size() && wrong.size() < ERRORS; number++) {
            Question question = questions.get(number);
            if (holdings.get(number).tasks().isEmpty() && !facts.isKnown(question.where(today))) {
                wrong.add(FieldError.of(
                        place.apply(number) + "community", "unknown-division", Map.of("value", question.community())));
            }
        }
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
    }

    private static Refusal refused(List<FieldError> wrong) {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        wrong.forEach(invalid::at);
        return invalid;
    }

    private static AdmissionCheck answer(Question question, Holding holding, Facts facts, Locale language) {
        Verdict verdict = facts.verdict(question, holding);
        List<AdmissionCheck.Reason> reasons = new ArrayList<>(verdict.reasons().size());
        for (ReasonCode code : verdict.reasons()) {
            List<AmountDue> due = code == ReasonCode.FUNDS_NOT_PAID ? holding.due(question.on()) : List.of();
            reasons.add(reason(code, question, verdict, due, language));
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
