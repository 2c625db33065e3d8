package org.laurel.sample;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.laurel.kit.test.LaurelInfrastructure;

/** A test against the running sample application with a real PostgreSQL and a real Kafka. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface KitTest {}
