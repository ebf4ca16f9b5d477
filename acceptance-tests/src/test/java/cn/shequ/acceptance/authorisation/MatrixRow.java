package cn.shequ.acceptance.authorisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the matrix says of one operation.
 *
 * @param open whether everybody may call it, without a token
 * @param signedIn whether every signed-in caller may, whatever the role
 * @param path the places of its path, filled; {@code $name} stands for a thing of the main flow
 * @param query its query string
 * @param body a body that is valid, so that territory is what decides
 * @param csv the same for an import
 * @param neighbour the status for the right role in a neighbouring district, or {@code empty} for a list with nothing
 * @param neighbourDivision which division the neighbour serves, when not 220103000000
 * @param otherDepartment the status for the right role at another department of the same division
 * @param why where a row deviates from the rule, the reason
 */
record MatrixRow(
        boolean open,
        boolean signedIn,
        @Nullable Map<String, String> path,
        @Nullable String query,
        @Nullable JsonNode body,
        @Nullable String csv,
        @Nullable String neighbour,
        @Nullable String neighbourDivision,
        @Nullable String otherDepartment,
        @Nullable String why) {}
