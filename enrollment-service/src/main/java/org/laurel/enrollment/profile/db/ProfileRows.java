package org.laurel.enrollment.profile.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Hibernate's way to {@code profile}. */
@ApplicationScoped
class ProfileRows implements PanacheRepositoryBase<ProfileEntity, String> {}
