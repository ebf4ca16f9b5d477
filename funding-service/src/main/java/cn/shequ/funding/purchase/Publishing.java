package cn.shequ.funding.purchase;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hands out releases in packages, byte for byte as they were composed. */
@ApplicationScoped
class Publishing {

    private static final int MOST_OF_ONE_PURCHASE = 1000;

    private final Releases releases;
    private final OcdsIdentity identity;
    private final Clock clock;

    Publishing(Releases releases, OcdsIdentity identity, Clock clock) {
        this.releases = releases;
        this.identity = identity;
        this.clock = clock;
    }

    /** A package, and after which release the next one begins. */
    record Part(OcdsPackage.OfReleases content, long last) {}

    /** Empty when there is no further release: the standard knows no package without one. */
    Optional<Part> after(long release, int limit) {
        releases.numberWaiting();
        List<Releases.Published> found = releases.after(release, limit);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        releases("/releases?after=" + release + "&limit=" + limit, found),
                        found.getLast().number()));
    }

    OcdsPackage.OfReleases ofProcess(String ocid) {
        return releases("/releases/" + ocid, find(ocid));
    }

    OcdsPackage.OfRecords record(String ocid) {
        List<Releases.Published> found = find(ocid);
        return new OcdsPackage.OfRecords(
                identity.uri() + "/records/" + ocid,
                Ocds.VERSION,
                published(found),
                publisher(),
                List.of(new OcdsPackage.Record(ocid, raw(found))));
    }

    private List<Releases.Published> find(String ocid) {
        String prefix = identity.prefix() + "-";
        try {
            List<Releases.Published> found = ocid.startsWith(prefix)
                    ? releases.of(UUID.fromString(ocid.substring(prefix.length())), MOST_OF_ONE_PURCHASE)
                    : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IllegalArgumentException notOurs) {
            // An ocid of another publisher, or none.
        }
        throw Refusal.of(HttpProblem.NOT_FOUND);
    }

    private OcdsPackage.OfReleases releases(String path, List<Releases.Published> found) {
        return new OcdsPackage.OfReleases(
                identity.uri() + path, Ocds.VERSION, published(found), publisher(), raw(found));
    }

    private OcdsPackage.Publisher publisher() {
        return new OcdsPackage.Publisher(identity.publisher());
    }

    private static List<Object> raw(List<Releases.Published> found) {
        return found.stream().<Object>map(each -> new RawValue(each.release())).toList();
    }

    /** Of the last change to what the package holds. */
    private String published(List<Releases.Published> found) {
        Instant last = found.stream()
                .map(Releases.Published::releasedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                last.truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone()));
    }
}
