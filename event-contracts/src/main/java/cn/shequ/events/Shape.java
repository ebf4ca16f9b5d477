package cn.shequ.events;

import java.util.regex.Pattern;

/**
 * The only texts an event may hold. A constructor and the JSON Schema take the same pattern from here, so what one
 * accepts the other accepts.
 */
public enum Shape {
    DIVISION("[0-9]{12}", "Statistical division code, 12 digits.", "220102001001"),
    CREDIT_CODE("[0-9A-HJ-NPQRTUWXY]{18}", "Unified social credit code, GB 32100.", "11220100MB0000001Y"),
    PAYER("([0-9]{12}|[0-9A-HJ-NPQRTUWXY]{18})", "Who pays: a division, or a body by its credit code.", "220102000000"),
    ID(
            "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
            "Opaque UUID in lower case.", "019a9c5e-0000-7000-8000-000000000001"),
    AMOUNT("(0|[1-9][0-9]{0,16})[.][0-9]{2}", "Amount in CNY, not negative, two decimals.", "55000.00"),
    AREA("(0|[1-9][0-9]{0,9})[.][0-9]{2}", "Floor area in square metres, two decimals.", "599.99"),
    FIGURE("-?(0|[1-9][0-9]{0,16})([.][0-9]{1,6})?", "Decimal figure.", "12.5"),
    ARTICLE("([1-9]|[12][0-9]|3[0-6])", "Article of the policy, 1 to 36.", "16"),
    CODE("[A-Z][A-Z0-9_]{0,63}", "Word of a list that its service publishes, in capitals.", "PREMISES_UPKEEP"),
    RULE("[a-z][a-z0-9.-]{0,79}", "Id of a row of the rulebook or of an indicator.", "volunteers.coverage"),
    RULE_VALUE(
            "(-?[0-9]{1,17}([.][0-9]{1,6})?|--[0-9]{2}-[0-9]{2}|[A-Z_]{1,32}(,[A-Z_]{1,32}){0,15})",
            "Value of a rule: a figure, a day of the year, or words with commas between.", "600.00"),
    UNIT("[A-Z][A-Z_]{0,31}", "Unit of a figure.", "SQUARE_METRES"),
    CITATION("[^\\u0000-\\u001f\\u007f]{1,128}", "Official document and article that a rule rests on.", "Art. 12"),
    PUBLIC_NAME(
            "[^\\u0000-\\u001f\\u007f]{1,128}",
            "Official name of a division, public body or registered organisation.",
            "南岭街道"),
    SHA_256(
            "[0-9a-f]{64}",
            "HMAC-SHA-256 in hexadecimal: commits to a record that is not in the event.",
            "0".repeat(64)),
    DIGEST("[0-9a-f]{64}", "SHA-256 in hexadecimal of something that everybody can read.", "0".repeat(64)),
    LOG_ORIGIN("[a-z]([a-z0-9./-]{0,62}[a-z0-9])?", "Origin line of the log's checkpoints.", "shequ/fund-events"),
    KEY_HASH("[0-9a-f]{8}", "Key hash of a C2SP signed note.", "0a1b2c3d"),
    PUBLIC_KEY("[A-Za-z0-9+/]{44}", "Algorithm byte and Ed25519 public key in Base64.", "A".repeat(44));

    private final Pattern pattern;
    private final String meaning;
    private final String example;

    Shape(String pattern, String meaning, String example) {
        this.pattern = Pattern.compile(pattern);
        this.meaning = meaning;
        this.example = example;
    }

    /** Whether the whole text has this shape. */
    public boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    /** The regular expression for the whole text, as JSON Schema wants it. */
    public String regex() {
        return "^" + pattern.pattern() + "$";
    }

    public String meaning() {
        return meaning;
    }

    public String example() {
        return example;
    }
}
