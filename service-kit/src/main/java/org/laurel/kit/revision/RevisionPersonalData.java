package org.laurel.kit.revision;

import static org.laurel.kit.retirement.PersonalColumn.acted;
import static org.laurel.kit.retirement.PersonalColumn.mentioned;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalData;

/** Who changed settings, and why in their words. What settings say is about no learner. */
@Singleton
class RevisionPersonalData implements PersonalData {

    @Override
    public List<PersonalColumn> columns() {
        return List.of(acted("setting_revision", "changed_by"), mentioned("setting_revision", "change_reason"));
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<String> usernames() {
        return List.of();
    }
}
