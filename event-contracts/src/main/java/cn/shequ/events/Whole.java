package cn.shequ.events;

/** The only whole numbers an event may hold, each with its bounds, both included. */
public enum Whole {
    NUMBER(0, Integer.MAX_VALUE, "How many."),
    ORDINAL(1, Integer.MAX_VALUE, "Which one, counted from 1."),
    VERSION(1, Integer.MAX_VALUE, "Version, counted from 1."),
    YEAR(2011, 2999, "Calendar year, from the first year of the policy on."),
    MONTH(1, 12, "Month of a year."),
    PART(1, Parts.MOST_PARTS, "Parts of one message are counted from 1.");

    private final int least;
    private final int most;
    private final String meaning;

    Whole(int least, int most, String meaning) {
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    public boolean fits(int number) {
        return least <= number && number <= most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public String meaning() {
        return meaning;
    }
}
