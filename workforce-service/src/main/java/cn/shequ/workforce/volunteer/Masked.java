package cn.shequ.workforce.volunteer;

/** Personal data as those see it who need to recognise a person, not to know them. */
final class Masked {

    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;

    private Masked() {}

    /** The first character, and a star for each other: 张**. */
    static String name(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** 138****5678. */
    static String phone(String phone) {
        int hidden = phone.length() - PHONE_HEAD - PHONE_TAIL;
        return phone.substring(0, PHONE_HEAD) + "*".repeat(hidden) + phone.substring(PHONE_HEAD + hidden);
    }
}
