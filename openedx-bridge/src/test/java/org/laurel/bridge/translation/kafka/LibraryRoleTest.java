package org.laurel.bridge.translation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.bridge.openedx.event.CourseAccessRoleData;

class LibraryRoleTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRoleInALibraryHasNoUse(boolean isMember) {
        // Given
        CourseAccessRoleData role = new CourseAccessRoleData(user(5002), "DemoX", "library-v1:DemoX+Lib", "staff");

        // Then
        assertThat(LearnerNews.role(isMember).translate(role, at(0))).isEmpty();
    }
}
