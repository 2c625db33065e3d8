package org.laurel.enrollment.oneroster.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small files of a bundle, which classes refer to: organisations, academic sessions and courses, by {@code sourcedId}. */
public final class Catalogue {

    private final Map<String, String> organisations = new HashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Course> courses = new HashMap<>();

    /** When a session takes place, as the bundle writes dates. */
    record Session(String start, String end) {}

    /** A course: its code and whose it is. */
    record Course(String code, String organisation) {}

    public void organisation(BundleRecord row) {
        organisations.put(row.get("sourcedid"), row.first("identifier", "sourcedid"));
    }

    public void session(BundleRecord row) {
        sessions.put(row.get("sourcedid"), new Session(row.get("startdate"), row.get("enddate")));
    }

    public void course(BundleRecord row) {
        courses.put(row.get("sourcedid"), new Course(row.first("coursecode", "sourcedid"), row.get("orgsourcedid")));
    }

    /** How many records it has: they are in memory. */
    public int size() {
        return organisations.size() + sessions.size() + courses.size();
    }

    /** What an organisation calls itself, its id when the bundle does not say. */
    String organisation(String sourcedId) {
        return organisations.getOrDefault(sourcedId, sourcedId);
    }

    @Nullable Session session(String sourcedId) {
        return sessions.get(sourcedId);
    }

    @Nullable Course course(String sourcedId) {
        return courses.get(sourcedId);
    }
}
