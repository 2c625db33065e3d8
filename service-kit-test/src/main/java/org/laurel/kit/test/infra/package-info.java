/** Real PostgreSQL and Kafka for tests, one of each per JVM, behind gates that tests can cut. */
package org.laurel.kit.test.infra;
