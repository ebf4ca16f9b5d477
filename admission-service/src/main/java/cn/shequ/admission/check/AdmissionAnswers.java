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

/** Answers questions with every reason in the reader's language: from memory, or by a few queries, however many they are. */
@Singleton
class AdmissionAnswers {

    /** So many wrong fields are named at most. */
    private static final int ERRORS = 100;
    /** A question by itself has no place before the names of its fields. */
    private static final String ALONE = "";

    private final FactSource source;
    private final Clock clock;

    AdmissionAnswers(FactSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** @throws Refusal 400 that names what is wrong with the question */
    AdmissionCheck answer(AskedCheck asked, Locale language) {
        LocalDate today = LocalDate.now(clock);
        Question question = read(asked, today);
        return answer(question, today, Found.of(List.of(question), today, source), language);
    }

    /**
     * The same where everything that it rests on is remembered, without waiting for anything; empty where it is not.
     *
     * @throws Refusal 400 that names what is wrong with the question
     */
    Optional<AdmissionCheck> answerAtHand(AskedCheck asked, Locale language) {
        LocalDate today = LocalDate.now(clock);
        try {
            return Optional.of(answer(read(asked, today), today, source.atHand(), language));
        } catch (NotRemembered e) {
            return Optional.empty();
        }
    }

    private static AdmissionCheck answer(Question question, LocalDate today, Facts facts, Locale language) {
        List<AdmittedTask> admitted = facts.admitted(question);
        if (!isKnown(question, admitted, today, facts)) {
            throw refused(List.of(unknown(question, ALONE)));
        }
        return answer(question, admitted, facts, language);
    }

    private static Question read(AskedCheck asked, LocalDate today) {
        List<FieldError> wrong = new ArrayList<>();
        Question question = Question.read(asked, ALONE, today, wrong);
        if (question == null) {
            throw refused(wrong);
        }
        return question;
    }

    /** @throws Refusal 400 that names what is wrong with which question; then none is answered */
    List<AdmissionCheck> answers(AskedChecks asked, Locale language) {
        LocalDate today = LocalDate.now(clock);
        List<Question> questions = read(asked, today);
        Facts facts = Found.of(questions, today, source);
        List<List<AdmittedTask>> admitted = new ArrayList<>(questions.size());
        for (Question question : questions) {
            admitted.add(facts.admitted(question));
        }
        requireKnown(questions, admitted, today, facts);
        List<AdmissionCheck> answers = new ArrayList<>(questions.size());
        for (int number = 0; number < questions.size(); number++) {
            answers.add(answer(questions.get(number), admitted.get(number), facts, language));
        }
        return answers;
    }

    private static List<Question> read(AskedChecks asked, LocalDate today) {
        List<FieldError> wrong = new ArrayList<>();
        List<Question> questions = new ArrayList<>(asked.questions().size());
        for (int number = 0; number < asked.questions().size() && wrong.size() < ERRORS; number++) {
            Question question = Question.read(asked.questions().get(number), place(number), today, wrong);
            if (question != null) {
                questions.add(question);
            }
        }
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
        return questions;
    }

    private static void requireKnown(
            List<Question> questions, List<List<AdmittedTask>> admitted, LocalDate today, Facts facts) {
        List<FieldError> wrong = new ArrayList<>();
        for (int number = 0; number < questions.size() && wrong.size() < ERRORS; number++) {
            Question question = questions.get(number);
            if (!isKnown(question, admitted.get(number), today, facts)) {
                wrong.add(unknown(question, place(number)));
            }
        }
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
    }

    /** Where something was admitted there is a community; any other is looked up, on the day that is asked about. */
    private static boolean isKnown(Question question, List<AdmittedTask> admitted, LocalDate today, Facts facts) {
        return !admitted.isEmpty() || facts.isKnown(question.where(today));
    }

    private static FieldError unknown(Question question, String place) {
        return FieldError.of(place + "community", "unknown-division", Map.of("value", question.community()));
    }

    private static String place(int number) {
        return "questions[" + number + "].";
    }

    private static Refusal refused(List<FieldError> wrong) {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        wrong.forEach(invalid::at);
        return invalid;
    }

    private static AdmissionCheck answer(Question question, List<AdmittedTask> admitted, Facts facts, Locale language) {
        Verdict verdict = facts.verdict(question, admitted);
        List<AdmissionCheck.Reason> reasons = new ArrayList<>(verdict.reasons().size());
        for (ReasonCode code : verdict.reasons()) {
            reasons.add(reason(code, question, verdict, language));
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

    private static AdmissionCheck.Reason reason(ReasonCode code, Question question, Verdict verdict, Locale language) {
        List<AmountDue> due = code == ReasonCode.FUNDS_NOT_PAID ? verdict.due(question.on()) : List.of();
        return new AdmissionCheck.Reason(
                code, code.articles(), CheckTexts.text(code, verdict, question, due, language), due);
    }
}
