package org.laurel.kit.flow;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;

/** Which course run the body of an event is about, if its key does not say it: its member {@code course_key}. */
public final class FlowSubject {

    private static final ClassValue<Optional<MethodHandle>> MEMBERS = new ClassValue<>() {

        @Override
        protected Optional<MethodHandle> computeValue(Class<?> body) {
            return Arrays.stream(Optional.ofNullable(body.getRecordComponents()).orElse(new RecordComponent[0]))
                    .filter(member -> member.getName().equals("courseKey") && member.getType() == String.class)
                    .findFirst()
                    .flatMap(FlowSubject::accessor);
        }
    };

    private FlowSubject() {}

    /** The course run, null when the key is it or the body names none. */
    public static @Nullable String courseKey(EventBody body) {
        Optional<MethodHandle> member = MEMBERS.get(body.getClass());
        if (member.isEmpty()) {
            return null;
        }
        try {
            String course = (String) member.get().invoke(body);
            return course == null || course.equals(body.key()) ? null : course;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<MethodHandle> accessor(RecordComponent member) {
        try {
            return Optional.of(MethodHandles.publicLookup().unreflect(member.getAccessor()));
        } catch (IllegalAccessException hidden) {
            return Optional.empty();
        }
    }
}
