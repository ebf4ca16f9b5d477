package cn.shequ.workforce.volunteer;

/** Who consents for a minor. Kept sealed, like the volunteer's own data. */
public record Guardian(String name, String phone) {

    @Override
    public String toString() {
        return "Guardian[" + Masked.name(name) + ", " + Masked.phone(phone) + "]";
    }
}
