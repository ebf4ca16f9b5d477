package cn.shequ.kit.merkle;

/** What stands in an event's place for a reader who may not see it: its number and its leaf, in this very spelling. */
public final class Redaction {
    private Redaction() {}

    public static String of(long sequence, Hash leaf) {
        return "{\"sequence\":" + sequence + ",\"leafHash\":\"" + leaf + "\",\"redacted\":true}";
    }
}
