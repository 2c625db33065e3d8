package org.laurel.enrollment.course.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Hibernate's way to {@code course_run}. */
@ApplicationScoped
class CourseRunRows implements PanacheRepositoryBase<CourseRunEntity, String> {}
