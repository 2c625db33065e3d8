package org.laurel.enrollment.cohort.http;

import java.util.ArrayList;
import java.util.List;
import org.laurel.enrollment.cohort.domain.AdditionResult;

/** What became of people who were to be added to a cohort, as existing clients read it. */
record AdditionView(
        List<Person> added,
        List<Moved> changed,
        List<String> present,
        List<String> unknown,
        List<String> preassigned,
        List<String> invalid,
        boolean success) {

    /** A learner who had no cohort. */
    record Person(String username, String email) {}

    /** A learner who had another cohort. */
    record Moved(String username, String email, String previousCohort) {}

    static AdditionView of(List<AdditionResult> results) {
        AdditionView view = new AdditionView(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                true);
        results.forEach(view::sort);
        return view;
    }

    private void sort(AdditionResult result) {
        switch (result) {
            case AdditionResult.Added one -> added.add(new Person(one.username(), one.email()));
            case AdditionResult.Moved one -> changed.add(new Moved(one.username(), one.email(), one.previous()));
            case AdditionResult.Present one -> present.add(one.name());
            case AdditionResult.Unknown one -> unknown.add(one.name());
            case AdditionResult.Preassigned one -> preassigned.add(one.name());
            case AdditionResult.Invalid one -> invalid.add(one.name());
        }
    }
}
