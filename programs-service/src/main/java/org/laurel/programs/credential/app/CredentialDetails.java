package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.laurel.programs.credential.app.CredentialPosting.Granted;
import org.laurel.programs.credential.db.CredentialAttributeStore;
import org.laurel.programs.credential.db.CredentialAttributeStore.Noted;
import org.laurel.programs.credential.db.CredentialIndex.Indexed;
import org.laurel.programs.credential.db.DateOverrideStore;
import org.laurel.programs.credential.db.DateOverrideStore.Setting;
import org.laurel.programs.credential.domain.CredentialKey;

/** What a request says of a credential besides its status: attributes, and the date to show. */
@ApplicationScoped
class CredentialDetails {

    private final CredentialAttributeStore attributes;
    private final DateOverrideStore overrides;
    private final Clock clock;

    CredentialDetails(CredentialAttributeStore attributes, DateOverrideStore overrides, Clock clock) {
        this.attributes = attributes;
        this.overrides = overrides;
        this.clock = clock;
    }

    private record Name(UUID credentialUuid, String name) {}

    /** Notes it, of several requests about one credential what the last says. */
    void note(List<Granted> granted, Map<CredentialKey, Indexed> credentials) {
        Instant now = clock.instant();
        Map<Name, Noted> noted = new LinkedHashMap<>();
        Map<UUID, Setting> settings = new LinkedHashMap<>();
        for (Granted each : granted) {
            Indexed found = Objects.requireNonNull(credentials.get(each.key()));
            var command = each.command();
            command.attributes()
                    .forEach((name, value) -> noted.put(
                            new Name(found.uuid(), name),
                            new Noted(found.uuid(), each.key().learnerId(), name, value, command.cause())));
            if (each.key().courseKey() != null) {
                settings.put(
                        found.uuid(),
                        new Setting(
                                found.uuid(), each.key().learnerId(), command.dateOverride(), now, command.cause()));
            }
        }
        attributes.merge(List.copyOf(noted.values()));
        overrides.set(List.copyOf(settings.values()));
    }
}
