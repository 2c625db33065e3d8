package org.laurel.programs.credential.http;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.credential.domain.Posted;

/** What became of each item, in the order of the request. */
public record CredentialBulkAnswer(int done, int refused, List<Item> results) {

    static final Posted.Refused FAILED =
            new Posted.Refused("not_done", "credential", "This item could not be worked off. Send it again.");

    /**
     * One result.
     *
     * @param index the item's place in the request, from 0
     * @param uuid public id of the credential, null when refused
     * @param status the credential's status, null when refused
     * @param errorCode why it was refused, null when it was not
     * @param field the member that stands in the way, null when none does
     * @param message why, in a sentence
     */
    @Schema(name = "CredentialBulkItem")
    public record Item(
            int index,
            @Schema(enumeration = {"done", "refused"}) String outcome,
            @Nullable UUID uuid,
            @Nullable String status,
            @Nullable String errorCode,
            @Nullable String field,
            @Nullable String message) {

        static Item of(int index, Posted result) {
            return switch (result) {
                case Posted.Done(UUID uuid, var status) ->
                    new Item(index, "done", uuid, status.slug(), null, null, null);
                case Posted.Refused(String code, String field, String detail) ->
                    new Item(index, "refused", null, null, code, field, detail);
            };
        }
    }

    static CredentialBulkAnswer of(List<Posted> results) {
        List<Item> items = IntStream.range(0, results.size())
                .mapToObj(at -> Item.of(at, results.get(at)))
                .toList();
        int refused = (int) results.stream()
                .filter(result -> result instanceof Posted.Refused)
                .count();
        return new CredentialBulkAnswer(results.size() - refused, refused, items);
    }
}
