package cn.shequ.kit.merkle;

import java.util.List;

/** The C2SP tlog checkpoint: which log, how many leaves, which root. Signed as the text of a note. */
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        if (origin.isBlank() || origin.contains("\n")) {
            throw new IllegalArgumentException("A log's origin is one line of text");
        }
        if (size < 0) {
            throw new IllegalArgumentException("A log has no negative size: " + size);
        }
    }

    /** Reads the text of a note; extension lines after the third are allowed and ignored. */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3) {
            throw new IllegalArgumentException("A checkpoint has three lines: origin, size and root");
        }
        Checkpoint checkpoint = new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Hash.ofBase64(lines.get(2)));
        if (!text.startsWith(checkpoint.text())) {
            throw new IllegalArgumentException("The checkpoint is not in its canonical form");
        }
        return checkpoint;
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
