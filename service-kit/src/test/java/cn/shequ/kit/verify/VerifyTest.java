package cn.shequ.kit.verify;

import static cn.shequ.kit.verify.ExportedBundle.EVENTS;
import static cn.shequ.kit.verify.ExportedBundle.SIGNER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.RandomCases;
import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.Tile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir
    Path directory;

    private ExportedBundle bundle;

    @BeforeEach
    void place() {
        bundle = new ExportedBundle(directory);
    }

    @Test
    void aBundleAsItWasExportedIsSound() throws IOException {
        bundle.write(ExportedBundle.events(EVENTS), EVENTS);
        assertThat(bundle.verify()).isZero();
        assertThat(bundle.said()).contains("Sound: 600 events");
    }

    @Test
    void anEmptyLogIsSound() throws IOException {
        bundle.write(List.of(), 0);
        assertThat(bundle.verify()).isZero();
    }

    @Test
    void everyChangedByteNamesItsEvent() {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        RandomCases.forAll(100, random -> {
            int victim = random.nextInt(EVENTS);
            byte[] changed = events.get(victim).clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            List<byte[]> tampered = new ArrayList<>(events);
            tampered.set(victim, changed);
            bundle.writeQuietly(tampered, EVENTS, events);
            assertThat(bundle.verify()).isEqualTo(1);
            // A changed byte may have become a newline: then the event is told apart at the same number.
            assertThat(bundle.said()).contains("Event " + victim + " (line " + (victim + 1) + ") is not");
        });
    }

    @Test
    void whatIsMissingMovedInsertedOrTooMuchIsNamedOnce() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);

        assertThat(bundle.tampered(ExportedBundle.changed(events, lines -> lines.remove(300)), events))
                .containsExactly("Event 300 is missing.");
        assertThat(bundle.tampered(
                        ExportedBundle.changed(
                                events, lines -> lines.subList(300, 310).clear()),
                        events))
                .containsExactly("Events 300 to 309 are missing.");
        assertThat(bundle.tampered(ExportedBundle.changed(events, lines -> lines.add(10, lines.remove(11))), events))
                .containsExactly("Event 10 is missing.", "Event 10 stands on line 12: moved there, or repeated.");
        assertThat(bundle.tampered(ExportedBundle.changed(events, lines -> lines.add(20, events.get(7))), events))
                .containsExactly("Event 7 stands on line 21: moved there, or repeated.");
        assertThat(bundle.tampered(
                        ExportedBundle.changed(events, lines -> lines.add(599, "{}".getBytes(UTF_8))), events))
                .containsExactly("Line 600 was inserted: the log has no such event.");
        assertThat(bundle.tampered(events.subList(0, 599), events)).containsExactly("Event 599 is missing.");
        assertThat(bundle.tampered(ExportedBundle.changed(events, lines -> lines.add("{}".getBytes(UTF_8))), events))
                .containsExactly("The checkpoint covers 600 events; from line 601 on there are more lines than that.");
        assertThat(bundle.tampered(ExportedBundle.changed(events, lines -> lines.set(4, new byte[70_000])), events))
                .containsExactly("Line 5 is longer than 65535 bytes: no event is.");
    }

    @Test
    void severalFindingsAreNamedAndTheirNumberIsBounded() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        List<String> few = bundle.tampered(
                ExportedBundle.changed(events, lines -> {
                    lines.set(5, "{}".getBytes(UTF_8));
                    lines.set(6, "{}".getBytes(UTF_8));
                    lines.set(590, "{}".getBytes(UTF_8));
                }),
                events);
        assertThat(few)
                .containsExactly(
                        "Event 5 (line 6) is not what was signed: it was altered.",
                        "Event 6 (line 7) is not what was signed: it was altered.",
                        "Event 590 (line 591) is not what was signed: it was altered.");

        List<String> many = bundle.tampered(
                ExportedBundle.changed(events, lines -> lines.replaceAll(line -> new byte[] {'x'})), events);
        assertThat(many).hasSize(21).last().isEqualTo("And 580 findings more.");
    }

    @Test
    void anEventThatCallsItselfByAnotherNumberIsFoundThoughItWasSigned() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        events.set(8, events.get(9));
        assertThat(bundle.tampered(events, events)).containsExactly("Event 8 (line 9) calls itself number 9.");
    }

    @Test
    void withoutTilesTheLinesAloneGiveTheRoot() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        List<byte[]> shown = ExportedBundle.changed(
                events, lines -> lines.set(5, ExportedBundle.redaction(5, Hash.ofLeaf(events.get(5)))));
        bundle.write(shown, EVENTS, events);
        bundle.deleteTiles();
        assertThat(bundle.verify()).isZero();

        shown.set(7, "{\"sequence\":7}".getBytes(UTF_8));
        bundle.write(shown, EVENTS, events);
        bundle.deleteTiles();
        assertThat(bundle.verify()).isEqualTo(1);
        assertThat(bundle.said()).startsWith("The events give the root");
    }

    @Test
    void aTileOfTheWrongSizeOrNoneIsNamed() throws IOException {
        bundle.write(ExportedBundle.events(EVENTS), EVENTS);
        Path tile = directory.resolve("tile/0/001");
        Files.write(tile, new byte[31]);
        assertThat(bundle.verify()).isEqualTo(1);
        assertThat(bundle.said().lines()).containsExactly("The tile tile/0/001 has 31 bytes instead of 8192.");
        Files.delete(tile);
        assertThat(bundle.verify()).isEqualTo(1);
        assertThat(bundle.said().lines()).containsExactly("The tile tile/0/001 is missing.");
    }

    @Test
    void aCheckpointThatClaimsMoreThanThereIsIsFoundWithoutReadingForEver() throws IOException {
        bundle.write(ExportedBundle.events(EVENTS), EVENTS);
        Files.writeString(
                directory.resolve("checkpoint"),
                SIGNER.sign(new Checkpoint("test-log", Long.MAX_VALUE, Hash.ofEmptyTree()).text())
                        .encoded());
        assertThat(bundle.verify()).isEqualTo(1);
        assertThat(bundle.said()).contains("tile/0/002 is missing").contains("are missing.");
    }

    @Test
    void aRedactedLineIsCheckedByItsHash() throws IOException {
        List<byte[]> events = ExportedBundle.events(EVENTS);
        List<byte[]> redacted = new ArrayList<>(events);
        redacted.set(5, ExportedBundle.redaction(5, Hash.ofLeaf(events.get(5))));
        bundle.write(redacted, EVENTS, events);
        assertThat(bundle.verify()).isZero();
        assertThat(bundle.said()).contains("of 1 only the hash is given");

        redacted.set(5, ExportedBundle.redaction(5, Hash.ofLeaf(events.get(6))));
        assertThat(bundle.tampered(redacted, events)).first().asString().startsWith("Event 5 (line 6) is not");
        redacted.set(5, ExportedBundle.redaction(6, Hash.ofLeaf(events.get(5))));
        assertThat(bundle.tampered(redacted, events)).first().asString().startsWith("Event 5 (line 6) is not");
    }

    @Test
    void aRewrittenTileDoesNotGiveTheSignedRoot() throws IOException {
        bundle.write(ExportedBundle.events(EVENTS), EVENTS);
        Path tile =
                directory.resolve("tile").resolve(Tile.ofLeaves(EVENTS).get(1).path());
        byte[] hashes = Files.readAllBytes(tile);
        hashes[17] ^= 1;
        Files.write(tile, hashes);
        assertThat(bundle.verify()).isEqualTo(1);
        assertThat(bundle.said()).contains("The tiles give the root");
    }

    @Test
    void aBundleMayBeAZipFileAndItsEventsCompressed() throws IOException {
        bundle.write(ExportedBundle.events(EVENTS), EVENTS);
        byte[] lines = Files.readAllBytes(directory.resolve("events.ndjson"));
        Files.delete(directory.resolve("events.ndjson"));
        try (OutputStream compressed =
                new GZIPOutputStream(Files.newOutputStream(directory.resolve("events.ndjson.gz")))) {
            compressed.write(lines);
        }
        Path zip = Files.createTempFile("bundle", ".zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                archive.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
                archive.write(Files.readAllBytes(file));
            }
        }
        assertThat(bundle.run(zip.toString(), "--key=" + SIGNER.key())).isZero();
        Files.delete(zip);
    }

    @Test
    void whatIsNoBundleCannotBeRead() throws IOException {
        assertThat(bundle.verify()).isEqualTo(2);
        assertThat(bundle.run("no-such-directory")).isEqualTo(2);
        assertThat(bundle.run()).isEqualTo(2);
        Files.writeString(directory.resolve("checkpoint"), "nonsense");
        assertThat(bundle.verify()).isEqualTo(2);
    }
}
