package cn.shequ.funding.export;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.SignedNote;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds, and at which checkpoint of the log it was made.
 *
 * @param files every file but the manifest itself, in the order of the bundle
 * @param totals control totals; amounts in CNY as decimal strings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(Head head, List<FileEntry> files, Map<String, Object> totals) {

    /**
     * Of which moment the content is.
     *
     * @param kind what kind of bundle this is, with its version
     * @param origin of the log
     * @param size how many events the checkpoint covers
     * @param root in base64
     * @param note the checkpoint as it was signed
     * @param knownAt the last log number whose event is in the content; null where nothing is known yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Head(
            String kind,
            Instant madeAt,
            String origin,
            long size,
            String root,
            String note,
            @Nullable Long knownAt,
            @Nullable LocalDate bookedFrom,
            @Nullable LocalDate bookedTo) {

        public static Head at(
                SignedNote note,
                String kind,
                Instant madeAt,
                @Nullable Long knownAt,
                @Nullable LocalDate bookedFrom,
                @Nullable LocalDate bookedTo) {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return new Head(
                    kind,
                    madeAt,
                    checkpoint.origin(),
                    checkpoint.size(),
                    checkpoint.root().base64(),
                    note.encoded(),
                    knownAt,
                    bookedFrom,
                    bookedTo);
        }
    }

    /**
     * One file.
     *
     * @param rows records in it, the header not counted
     * @param sha256 in hexadecimal
     */
    public record FileEntry(String name, long rows, long bytes, String sha256) {}
}
