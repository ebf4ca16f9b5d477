package cn.shequ.funding.disclosure;

import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Questions and answers as recorded; they are only ever added. */
@ApplicationScoped
class DisclosureQuestions {

    private static final String SELECT = """
            SELECT q.id, q.disclosure, d.community, q.asked_on, q.question, q.answer_by, a.answered_on, a.answer
            FROM disclosure_question q JOIN disclosure d ON d.id = q.disclosure
            LEFT JOIN disclosure_answer a ON a.question = q.id
            """;

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;

    DisclosureQuestions(Jdbi jdbi, Jurisdiction jurisdiction) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
    }

    Page<DisclosureQuestion> of(UUID disclosure, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(
                                SELECT + "WHERE q.disclosure = :disclosure AND q.id > :after ORDER BY q.id LIMIT :most")
                        .bind("disclosure", disclosure)
                        .bind("after", page.afterId())
                        .bind("most", page.limit() + 1)
                        .mapTo(DisclosureQuestion.class)
                        .list()),
                page,
                question -> question.id().toString());
    }

    /** What was not answered yet, in the caller's territory; or only what should have been answered before today. */
    Page<DisclosureQuestion> open(PageRequest page, boolean overdue, LocalDate today) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(SELECT
                                + "WHERE a.question IS NULL AND q.id > :after AND (NOT :overdue OR q.answer_by < :now) AND "
                                + Jurisdiction.within("d.community") + " ORDER BY q.id LIMIT :most")
                        .bind("after", page.afterId())
                        .bind("overdue", overdue)
                        .bind("now", today)
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(DisclosureQuestion.class)
                        .list()),
                page,
                question -> question.id().toString());
    }

    Optional<DisclosureQuestion> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE q.id = :id")
                .bind("id", id)
                .mapTo(DisclosureQuestion.class)
                .findOne());
    }

    UUID ask(UUID disclosure, String by, String question, LocalDate today, LocalDate answerBy) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO disclosure_question (id, disclosure, asked_by, asked_on, question, answer_by)
                        VALUES (:id, :disclosure, :by, :today, :question, :answerBy)""")
                .bind("id", id)
                .bind("disclosure", disclosure)
                .bind("by", by)
                .bind("today", today)
                .bind("question", question)
                .bind("answerBy", answerBy)
                .execute());
        return id;
    }

    /** Whether this was the first answer. */
    boolean answer(UUID question, String by, String answer, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO disclosure_answer (question, answered_by, answered_on, answer)
                        VALUES (:question, :by, :today, :answer) ON CONFLICT (question) DO NOTHING""")
                        .bind("question", question)
                        .bind("by", by)
                        .bind("today", today)
                        .bind("answer", answer)
                        .execute())
                == 1;
    }

    /** How many questions of the whole city should have been answered before a day. */
    long overdue(LocalDate today) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT count(*) FROM disclosure_question q
                        WHERE q.answer_by < :today
                          AND NOT EXISTS (SELECT FROM disclosure_answer a WHERE a.question = q.id)""").bind("today", today).mapTo(Long.class).one());
    }
}
