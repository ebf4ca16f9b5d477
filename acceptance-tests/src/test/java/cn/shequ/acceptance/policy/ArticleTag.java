package cn.shequ.acceptance.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tag of a test that shows an article at work: {@code art-13-allows} for something the article allows (or a
 * duty met), {@code art-13-refuses} for something it refuses (or a duty missed and reported).
 */
record ArticleTag(int article, boolean allows) {

    static final int LAST_ARTICLE = 36;
    private static final Pattern TAG = Pattern.compile("art-([0-9]{1,2})-(allows|refuses)");

    ArticleTag {
        if (article < 1 || article > LAST_ARTICLE) {
            throw new IllegalArgumentException("the policy has articles 1 to 36, not " + article);
        }
    }

    /**
     * Empty for a tag that speaks of something else.
     *
     * @throws IllegalArgumentException when it begins like a tag of an article and names none
     */
    static Optional<ArticleTag> of(String tag) {
        if (!tag.startsWith("art")) {
            return Optional.empty();
        }
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not art-<1 to 36>-allows or -refuses: " + tag);
        }
        return Optional.of(new ArticleTag(
                Integer.parseInt(matcher.group(1)), matcher.group(2).equals("allows")));
    }
}
