package org.laurel.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.course.Told;

/** What a record says about its JSON form, read from its components, in a form that a schema can be compared with. */
record BodyShape(List<Member> members) {

    /**
     * One member.
     *
     * @param name its JSON name
     * @param jsonType its JSON type
     * @param nullable whether it may be null or absent
     * @param nested the shape of the object, or of the list's items, when that is a record
     */
    record Member(
            String name,
            String jsonType,
            boolean nullable,
            @Nullable BodyShape nested) {}

    static BodyShape of(Class<?> body) {
        return new BodyShape(
                Arrays.stream(body.getRecordComponents()).map(BodyShape::member).toList());
    }

    private static Member member(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        if (property == null) {
            throw new AssertionError(component + " has no @JsonProperty");
        }
        Class<?> nested = itemOrSelf(component.getGenericType());
        boolean tellable = component.getType() == Told.class;
        return new Member(
                property.value(),
                jsonType(tellable ? nested : component.getType()),
                tellable || component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                nested.isRecord() ? of(nested) : null);
    }

    private static Class<?> itemOrSelf(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class || type == Instant.class) {
            return "string";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return "integer";
        } else if (type == BigDecimal.class) {
            return "number";
        }
        return type == List.class ? "array" : "object";
    }
}
