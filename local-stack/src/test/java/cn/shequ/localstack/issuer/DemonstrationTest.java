package cn.shequ.localstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemonstrationTest {

    private static final String CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Demonstration demonstration = Demonstration.load();

    @Test
    void every_role_of_the_suite_has_somebody() {
        Set<String> roles = new HashSet<>();
        demonstration.persons().forEach(person -> roles.addAll(person.roles()));
        demonstration.clients().forEach(client -> roles.addAll(client.roles()));
        assertThat(roles)
                .containsExactlyInAnyOrder(
                        "department-officer",
                        "community-officer",
                        "subdistrict-officer",
                        "subdistrict-accountant",
                        "subdistrict-approver",
                        "subdistrict-cashier",
                        "leading-group-office",
                        "leading-group-member",
                        "principal-leader",
                        "finance-officer",
                        "civil-affairs-officer",
                        "human-resources-officer",
                        "planning-officer",
                        "construction-officer",
                        "auditor",
                        "grid-manager",
                        "social-worker",
                        "resident",
                        "system-integrator",
                        "platform-admin");
    }

    @Test
    void names_are_unique_and_subjects_stay_the_same_in_every_run() {
        List<String> names =
                demonstration.persons().stream().map(Person::username).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(demonstration.persons().stream().map(Person::subject)).doesNotHaveDuplicates();
        assertThat(demonstration.person("finance-city").subject()).isEqualTo("1100ee7f-82aa-3113-9886-3e9ca8430099");
    }

    @Test
    void every_department_of_a_person_is_one_of_the_list_and_in_the_same_division() {
        demonstration.persons().stream()
                .filter(person -> person.department() != null)
                .forEach(person -> assertThat(demonstration.departments())
                        .as(person.username())
                        .anyMatch(department -> department.code().equals(person.department())
                                && department.division().equals(person.division())));
    }

    @Test
    void credit_codes_are_fictitious_and_pass_verification() {
        for (Demonstration.Department department : demonstration.departments()) {
            String code = department.code();
            assertThat(code).as(department.key()).hasSize(18).contains("DEM");
            assertThat(code.substring(2, 8)).isEqualTo(department.division().substring(0, 6));
            assertThat(code.charAt(16)).as("GB 11714 of " + code).isEqualTo(organisationCheck(code.substring(8, 16)));
            assertThat(code.charAt(17)).as("GB 32100 of " + code).isEqualTo(creditCheck(code.substring(0, 17)));
        }
    }

    @Test
    void somebody_who_does_not_exist_is_an_error_and_not_a_guess() {
        assertThatThrownBy(() -> demonstration.person("nobody")).hasMessageContaining("nobody");
        assertThatThrownBy(() -> demonstration.department("nothing")).hasMessageContaining("nothing");
    }

    /** GB 11714: weighted sum modulo 11, 10 written as X. */
    private static char organisationCheck(String body) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * weights[i];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }

    /** GB 32100-2015: weights are the powers of 3 modulo 31. */
    private static char creditCheck(String body) {
        int weight = 1;
        int sum = 0;
        for (char c : body.toCharArray()) {
            sum += CREDIT_CODE_CHARACTERS.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CODE_CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
