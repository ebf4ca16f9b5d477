package cn.shequ.admission.seal;

import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The one catalogue of seal matters (Art. 8). */
@ApplicationScoped
class SealMatters {

    private final Jdbi jdbi;

    SealMatters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<SealMatter> find(String code) {
        return read(code, "");
    }

    /** The matter, which nobody else changes until this transaction ends. */
    Optional<SealMatter> lock(String code) {
        return read(code, " FOR UPDATE");
    }

    private Optional<SealMatter> read(String code, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM seal_matter WHERE code = :code" + locking)
                .bind("code", code)
                .mapTo(SealMatter.class)
                .findOne());
    }

    Page<SealMatter> list(SealMatter.@Nullable Kind kind, @Nullable LocalDate on, PageRequest request) {
        List<SealMatter> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM seal_matter
                        WHERE code > :after
                          AND (CAST(:kind AS varchar) IS NULL OR kind = :kind)
                          AND (CAST(:on AS date) IS NULL OR valid_from <= :on AND (valid_to IS NULL OR valid_to >= :on))
                        ORDER BY code LIMIT :limit""")
                .bind("after", request.after())
                .bind("kind", kind)
                .bind("on", on)
                .bind("limit", request.limit() + 1)
                .mapTo(SealMatter.class)
                .list());
        return Page.of(found, request, SealMatter::code);
    }

    /** Those of the codes that are in the catalogue, by code. */
    Map<String, SealMatter> find(Set<String> codes) {
        return jdbi
                .withHandle(handle -> handle.createQuery("SELECT * FROM seal_matter WHERE code = ANY(:codes)")
                        .bind("codes", codes.toArray(String[]::new))
                        .mapTo(SealMatter.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(SealMatter::code, Function.identity()));
    }

    /** False when the code is taken. */
    boolean add(SealMatter matter) {
        return addAll(List.of(matter));
    }

    /** False when one of the codes is taken. */
    boolean addAll(List<SealMatter> added) {
        return added.isEmpty()
                || jdbi.withHandle(handle -> {
                            PreparedBatch batch = handle.prepareBatch("""
                                    INSERT INTO seal_matter (code, kind, title_zh, title_en, basis_kind, citation_zh,
                                      citation_en, valid_from, valid_to)
                                    VALUES (:code, :kind, :titleZh, :titleEn, :basisKind, :citationZh, :citationEn,
                                      :validFrom, :validTo)
                                    ON CONFLICT DO NOTHING""");
                            added.forEach(matter -> batch.bindMethods(matter).add());
                            return Arrays.stream(batch.execute()).sum();
                        })
                        == added.size();
    }

    void end(String code, LocalDate validTo) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE seal_matter SET valid_to = :validTo WHERE code = :code")
                .bind("validTo", validTo)
                .bind("code", code)
                .execute());
    }
}
