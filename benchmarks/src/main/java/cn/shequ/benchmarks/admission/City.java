package cn.shequ.benchmarks.admission;

import cn.shequ.kit.identity.CreditCode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One city of those that are filled: the first is the real one, each further one has the same divisions under codes of its
 * own. Forty departments have five tasks each in every community: most are in force, some ended, are not valid yet or left
 * the community, and of each a tenth waits for its money or lost it.
 *
 * @param number from 0
 * @param departments their credit codes
 * @param communities their codes, in order
 */
record City(int number, List<String> departments, List<String> communities) {

    static final int MOST = 1_000;
    static final int DEPARTMENTS = 40;
    static final int TASKS = 200;
    static final List<String> MATTERS = List.of(
            "PUBLIC_SECURITY",
            "COMMUNITY_CORRECTION",
            "PUBLIC_HEALTH",
            "FAMILY_PLANNING",
            "PREFERENTIAL_TREATMENT_AND_RELIEF",
            "COMMUNITY_EDUCATION",
            "EMPLOYMENT",
            "SOCIAL_SECURITY",
            "SOCIAL_ASSISTANCE",
            "HOUSING_SECURITY",
            "CULTURE_AND_SPORTS",
            "CONSUMER_RIGHTS",
            "RIGHTS_OF_THE_ELDERLY",
            "RIGHTS_OF_THE_DISABLED",
            "RIGHTS_OF_MINORS",
            "RIGHTS_OF_THE_FLOATING_POPULATION",
            "EXCEPTIONAL");

    /** What a duty by law, an entered one or not, is asked as. */
    private static final List<String> OTHERS = List.of("CIVIL_MEDIATION", "RESIDENTS_PUBLIC_AFFAIRS", "ROAD_SWEEPING");

    private static final int REAL = 2_201;
    private static final int FIRST_SYNTHETIC = 3_000;

    /** The first four digits of all its divisions. */
    static int prefix(int number) {
        return number == 0 ? REAL : FIRST_SYNTHETIC + number;
    }

    /** The credit codes of its departments. */
    static List<String> departments(int number) {
        return IntStream.range(0, DEPARTMENTS)
                .mapToObj(department -> "11%d00DEM%06d".formatted(prefix(number), department))
                .map(code -> code + CreditCode.checkCharacter(code))
                .toList();
    }

    static int department(int task) {
        return task % DEPARTMENTS;
    }

    static String matter(int task) {
        return MATTERS.get((task / DEPARTMENTS + department(task)) % MATTERS.size());
    }

    /**
     * A question as systems ask it: eight of ten name a task that there is, one a body that has none of the matter, one a
     * duty or what is out of scope.
     */
    Question question(RandomGenerator random) {
        int task = random.nextInt(TASKS);
        String community = communities.get(random.nextInt(communities.size()));
        String body = departments.get(department(task));
        return switch (random.nextInt(10)) {
            case 0 -> new Question(body, community, matter(task + TASKS));
            case 1 -> new Question(body, community, OTHERS.get(random.nextInt(OTHERS.size())));
            default -> new Question(body, community, matter(task));
        };
    }

    /** A task that there is and what is out of scope, asked of one of its communities. */
    List<Question> about(int community) {
        int task = community % TASKS;
        String body = departments.get(department(task));
        String code = communities.get(community);
        return List.of(new Question(body, code, matter(task)), new Question(body, code, OTHERS.getLast()));
    }

    /** One question. */
    record Question(String department, String community, String matter) {

        String path() {
            return "/v1/admission-checks?department=" + department + "&community=" + community + "&matter=" + matter;
        }

        String json() {
            return "{\"department\":\"" + department + "\",\"community\":\"" + community + "\",\"matter\":\"" + matter
                    + "\"}";
        }
    }
}
