package cn.shequ.funding.export;

import cn.shequ.kit.locale.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What accounts, kinds and columns are called in a reader's language; a word that is not known stays as it is. */
record Words(Locale locale) {

    private static final String BUNDLE = "messages/export";

    String column(String name) {
        return word("column." + name, name);
    }

    List<String> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }

    String table(String name) {
        return word("table." + name, name);
    }

    String account(String code) {
        return word("account." + code, code);
    }

    String kind(String code) {
        return word("kind." + code, code);
    }

    /** 借 or 贷: on which side an account usually stands. */
    String side(String account) {
        return word("side." + account, "");
    }

    private String word(String key, String otherwise) {
        return Messages.has(BUNDLE, locale, key) ? Messages.text(BUNDLE, locale, key, Map.of()) : otherwise;
    }
}
