package org.laurel.stack.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.laurel.stack.LaurelService;
import org.laurel.stack.operation.OperatorsApi;
import org.laurel.stack.rest.JsonClient;

/** The parked events of the services. */
public final class ParkedEvents {
    private static final String PATH = "/parked-events";

    private final OperatorsApi api;

    public ParkedEvents(OperatorsApi api) {
        this.api = api;
    }

    /** Hands over all parked events of a service, oldest first. */
    public void list(LaurelService service, Consumer<JsonNode> each) {
        api.list(service, PATH, "after", each);
    }

    /** One parked event, as it came. */
    public JsonNode show(LaurelService service, String id) {
        return api.read(service, PATH + "/" + JsonClient.encoded(id));
    }

    /** Has the service process the event again; returns what it answers. */
    public String replay(LaurelService service, String id) {
        return api.post(service, steer(id, "replay")).toString();
    }

    /** Has the service give the event up; returns what it answers. */
    public String discard(LaurelService service, String id) {
        return api.post(service, steer(id, "discard")).toString();
    }

    private static String steer(String id, String verb) {
        return PATH + "/" + JsonClient.encoded(id) + "/" + verb;
    }
}
