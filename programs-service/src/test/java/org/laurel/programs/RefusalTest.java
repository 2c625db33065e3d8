package org.laurel.programs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.api.Operation;
import org.laurel.kit.test.api.RefusalMatrix;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RefusalTest extends RefusalMatrix {

    /** Names are replaced by services alone. */
    @Override
    protected String token(Operation operation) {
        return operation.path().endsWith("/replace_usernames") ? Tokens.service() : super.token(operation);
    }

    @Override
    protected Set<String> operationsThatTakeAnyShape() {
        return Set.of(
                // one answer for each item
                "POST /api/credentials/v1/bulk_learner_cert_status",
                // the import tells of it when it reads its parts
                "POST /api/programs/v1/imports/{id}/parts",
                // a reason for a change is of no use to it
                "POST /api/programs/v1/completion-mails/preview");
    }
}
