package org.laurel.certificates.allowlist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each learner, in the order of the request. */
public record BulkAnswer(int added, int refused, List<Item> results) {

    private static final String UNKNOWN = "unknown_learner";

    /**
     * One result.
     *
     * @param row number of the file's row from 1, blank lines counted; absent without a file
     * @param username as it was given
     * @param outcome {@code added} or {@code refused}
     * @param reason {@code unknown_learner}, {@code not_enrolled}, {@code invalidated}, {@code already_listed} or
     *     {@code malformed_row}; null when added
     * @param message the reason in a sentence
     */
    public record Item(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer row,

            String username,
            String outcome,
            @Nullable String reason,
            @Nullable String message) {

        static Item of(@Nullable Integer row, Grant grant) {
            return switch (grant) {
                case Grant.Granted granted -> new Item(row, granted.name(), "added", null, null);
                case Grant.Unknown unknown ->
                    refused(row, unknown.name(), UNKNOWN, "No such learner is known here: " + unknown.name() + ".");
                case Grant.Refused refused ->
                    refused(
                            row,
                            refused.name(),
                            refused.obstacle().slug(),
                            refused.obstacle().why(refused.name()));
            };
        }

        static Item malformed(int row, String name) {
            return refused(row, name, "malformed_row", "A row holds a username or e-mail address, and perhaps notes.");
        }

        private static Item refused(@Nullable Integer row, String name, String reason, String message) {
            return new Item(row, name, "refused", reason, message);
        }
    }

    static BulkAnswer of(List<Item> results) {
        int added = (int)
                results.stream().filter(item -> item.outcome().equals("added")).count();
        return new BulkAnswer(added, results.size() - added, results);
    }
}
