package cn.shequ.facilities.community;

import cn.shequ.kit.division.DivisionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The counts on record. */
@ApplicationScoped
public class Communities {

    private final Jdbi jdbi;

    Communities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The count in force on a day: the last one until then. */
    public Optional<CommunityFigures> on(DivisionCode community, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT community, as_of, urban, households, residents, demonstration FROM community_figures
                        WHERE community = :community AND as_of <= :day ORDER BY as_of DESC LIMIT 1""")
                .bind("community", community)
                .bind("day", day)
                .mapTo(CommunityFigures.class)
                .findOne());
    }

    /** The counts of all communities in force on a day. */
    public Map<DivisionCode, CommunityFigures> allOn(LocalDate day) {
        List<CommunityFigures> counts = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (community) community, as_of, urban, households, residents, demonstration
                        FROM community_figures WHERE as_of <= :day ORDER BY community, as_of DESC""")
                .bind("day", day)
                .mapTo(CommunityFigures.class)
                .list());
        return counts.stream().collect(Collectors.toMap(CommunityFigures::community, Function.identity()));
    }

    RecordedCounts recorded(LocalDate day) {
        record Later(DivisionCode community, LocalDate first) {}
        List<Later> later = jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT community, min(as_of) AS first FROM community_figures WHERE as_of > :day
                        GROUP BY community""").bind("day", day).mapTo(Later.class).list());
        return new RecordedCounts(allOn(day), later.stream().collect(Collectors.toMap(Later::community, Later::first)));
    }

    void putAll(Collection<CommunityFigures> figures) {
        if (figures.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO community_figures (community, as_of, urban, households, residents, demonstration)
                    VALUES (:community, :asOf, :urban, :households, :residents, :demonstration)
                    ON CONFLICT (community, as_of) DO UPDATE SET urban = excluded.urban,
                      households = excluded.households, residents = excluded.residents,
                      demonstration = excluded.demonstration, recorded_at = now()""");
            figures.forEach(each -> batch.bindMethods(each).add());
            batch.execute();
        });
    }
}
