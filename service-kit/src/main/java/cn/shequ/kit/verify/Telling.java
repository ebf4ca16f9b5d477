package cn.shequ.kit.verify;

import java.io.PrintStream;

/** Says in the reader's language what verification came to. */
final class Telling {

    private final boolean chinese;
    private final PrintStream out;

    Telling(boolean chinese, PrintStream out) {
        this.chinese = chinese;
        this.out = out;
    }

    void usage() {
        say(
                "用法：./shequ verify <导出目录或 zip 文件> [--key=公钥或其文件]… [--since=从前保存的检查点]",
                "Usage: ./shequ verify <directory or zip file of the export> [--key=<key or its file>]…"
                        + " [--since=<checkpoint kept earlier>]");
    }

    void unreadable(Exception why) {
        say("无法读取导出包：" + why.getMessage(), "The bundle cannot be read: " + why.getMessage());
    }

    void tell(Report report) {
        report.findings().kept().forEach(this::tell);
        long more = report.findings().notKept();
        if (more > 0) {
            say("另有 " + more + " 处问题未列出。", "And " + more + " findings more.");
        }
        if (report.findings().none()) {
            sound(report);
        }
        if (report.signedBy().isEmpty()
                && report.announcedBy() == null
                && report.findings().none()) {
            say(
                    "未核对签名：请用 --key= 给出从其他途径得到的公钥。",
                    "The signature was not checked: give the key, known from elsewhere, as --key=.");
        }
    }

    private void sound(Report report) {
        say(
                "完好：" + report.events() + " 条事件与检查点一致，编号无缺"
                        + (report.redacted() > 0 ? "（其中 " + report.redacted() + " 条仅有哈希）。" : "。"),
                "Sound: " + report.events() + " events agree with the checkpoint and none is missing"
                        + (report.redacted() > 0 ? " (of " + report.redacted() + " only the hash is given)." : "."));
        if (!report.signedBy().isEmpty()) {
            String keys = String.join(", ", report.signedBy());
            say("检查点由已知公钥签名：" + keys + "。", "The checkpoint is signed by known keys: " + keys + ".");
        }
        if (report.announcedBy() != null) {
            say(
                    "签名的新公钥由第 " + report.announcedBy() + " 号事件公布，而该事件在从前保存的检查点之内。",
                    "The key that signed was announced by event " + report.announcedBy()
                            + ", which the checkpoint kept earlier covers.");
        }
        if (report.continues() != null) {
            say(
                    "与从前保存的 " + report.continues() + " 条的检查点前后一致：只增未改。",
                    "It continues the checkpoint of " + report.continues()
                            + " events kept earlier: the log only grew.");
        }
    }

    private void tell(Finding finding) {
        switch (finding) {
            case Finding.Altered altered ->
                say(
                        "第 " + altered.sequence() + " 号事件（第 " + altered.line() + " 行）与签名的记录不符：内容被改动。",
                        "Event " + altered.sequence() + " (line " + altered.line()
                                + ") is not what was signed: it was altered.");
            case Finding.Missing missing -> missing(missing.first(), missing.last());
            case Finding.Displaced displaced ->
                say(
                        "第 " + displaced.sequence() + " 号事件在第 " + displaced.line() + " 行：不在其位，次序被改动或重复。",
                        "Event " + displaced.sequence() + " stands on line " + displaced.line()
                                + ": moved there, or repeated.");
            case Finding.Inserted inserted ->
                say(
                        "第 " + inserted.line() + " 行是插入的：日志中没有这一事件。",
                        "Line " + inserted.line() + " was inserted: the log has no such event.");
            case Finding.Misnumbered wrong ->
                say(
                        "第 " + wrong.sequence() + " 号事件（第 " + wrong.line() + " 行）自称编号 " + wrong.own() + "。",
                        "Event " + wrong.sequence() + " (line " + wrong.line() + ") calls itself number " + wrong.own()
                                + ".");
            case Finding.Surplus surplus ->
                say(
                        "检查点共 " + surplus.events() + " 条，自第 " + surplus.line() + " 行起还有多出的行。",
                        "The checkpoint covers " + surplus.events() + " events; from line " + surplus.line()
                                + " on there are more lines than that.");
            case Finding.TooLong line ->
                say(
                        "第 " + line.line() + " 行超过 " + line.most() + " 字节：不是事件。",
                        "Line " + line.line() + " is longer than " + line.most() + " bytes: no event is.");
            case Finding.TileBroken tile -> tile(tile);
            case Finding.RootDiffers root -> root(root);
            case Finding.NotSigned notSigned ->
                say(
                        "检查点没有已知公钥的有效签名：" + notSigned.keys(),
                        "The checkpoint has no valid signature of a known key: " + notSigned.keys());
            case Finding.ForgedSignature forged ->
                say(
                        "检查点上署名此公钥的签名无效：" + forged.key(),
                        "The checkpoint has a signature in the name of this key that the key did not make: "
                                + forged.key());
            case Finding.KeyNotTrusted key ->
                say(
                        "检查点仅由新公钥 " + key.keyHash() + " 签名，公布它的第 " + key.announcedBy()
                                + " 号事件不在已知公钥签过的检查点之内：请从其他途径取得该公钥（--key=），或给出覆盖该事件的旧检查点（--since=）。",
                        "Only the new key " + key.keyHash() + " signed. Event " + key.announcedBy()
                                + " announces it, and no checkpoint of a known key covers that event: get the key by"
                                + " another way (--key=), or give a kept checkpoint that covers the event (--since=).");
            case Finding.OtherLog other ->
                say(
                        "从前保存的检查点属于另一日志：" + other.kept() + "，而这里是 " + other.present() + "。",
                        "The checkpoint kept earlier is of another log: " + other.kept() + ", and this is "
                                + other.present() + ".");
            case Finding.Cut cut ->
                say(
                        "历史被改写：从前已签名 " + cut.kept() + " 条，现在只有 " + cut.present() + " 条。",
                        "The history was rewritten: " + cut.kept() + " events were signed before, and now there are "
                                + cut.present() + ".");
            case Finding.Rewritten rewritten ->
                say(
                        "历史被改写：前 " + rewritten.kept() + " 条的根为 " + rewritten.computed() + "，而从前签名的是 "
                                + rewritten.keptRoot() + "。",
                        "The history was rewritten: the first " + rewritten.kept() + " events give the root "
                                + rewritten.computed() + ", and " + rewritten.keptRoot() + " was signed before.");
        }
    }

    private void missing(long first, long last) {
        if (first == last) {
            say("缺少第 " + first + " 号事件。", "Event " + first + " is missing.");
        } else {
            say("缺少第 " + first + " 至 " + last + " 号事件。", "Events " + first + " to " + last + " are missing.");
        }
    }

    private void tile(Finding.TileBroken tile) {
        if (tile.bytes() < 0) {
            say("缺少瓦片 tile/" + tile.path() + "。", "The tile tile/" + tile.path() + " is missing.");
        } else {
            say(
                    "瓦片 tile/" + tile.path() + " 为 " + tile.bytes() + " 字节，应为 " + tile.expected() + " 字节。",
                    "The tile tile/" + tile.path() + " has " + tile.bytes() + " bytes instead of " + tile.expected()
                            + ".");
        }
    }

    private void root(Finding.RootDiffers root) {
        boolean tiles = root.of() == Finding.Of.TILES;
        say(
                (tiles ? "瓦片" : "事件") + "得出的根 " + root.computed() + " 与签名的根 " + root.signed() + " 不同。",
                "The " + (tiles ? "tiles" : "events") + " give the root " + root.computed() + ", and " + root.signed()
                        + " was signed.");
    }

    private void say(String zh, String en) {
        out.println(chinese ? zh : en);
    }
}
