package cn.shequ.funding.disclosure;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A resident asks about the money of the own community; its subdistrict office answers (Art. 16). */
@ApplicationScoped
class DisclosureAsking {

    private static final String ANSWER_WITHIN = "disclosure.answer-within";

    private final Disclosures disclosures;
    private final DisclosureQuestions questions;
    private final Rulebook rulebook;
    private final BusinessCalendar calendar;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    DisclosureAsking(
            Disclosures disclosures,
            DisclosureQuestions questions,
            Rulebook rulebook,
            BusinessCalendar calendar,
            Jurisdiction jurisdiction,
            Callers callers,
            Clock clock) {
        this.disclosures = disclosures;
        this.questions = questions;
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    /** A disclosure is public, so who may not ask about it is told so. */
    DisclosureQuestion ask(UUID id, NewQuestion asked) {
        Disclosure disclosure = disclosures.get(id);
        if (!disclosure.community().equals(callers.current().division())) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        LocalDate today = LocalDate.now(clock);
        int days = rulebook.today(ANSWER_WITHIN, disclosure.community()).whole();
        UUID question =
                questions.ask(id, callers.current().subject(), asked.question(), today, calendar.plus(today, days));
        return questions.find(question).orElseThrow();
    }

    DisclosureQuestion answer(UUID id, NewAnswer answer) {
        DisclosureQuestion question = questions.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        if (!jurisdiction.covers(question.community())) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        if (!questions.answer(id, callers.current().subject(), answer.answer(), LocalDate.now(clock))) {
            throw Refusal.of(FundingProblem.QUESTION_ALREADY_ANSWERED).with("question", id);
        }
        return questions.find(id).orElseThrow();
    }
}
