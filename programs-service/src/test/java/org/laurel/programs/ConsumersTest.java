package org.laurel.programs;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.events.EventType;
import org.laurel.kit.event.EventHandler;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.consume.ConsumersContract;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ConsumersTest extends ConsumersContract {

    @Inject
    @All
    List<EventHandler<?>> handlers;

    @Override
    protected Stream<EventType<?>> handled() {
        return handlers.stream().flatMap(handler -> handler.types().stream());
    }
}
