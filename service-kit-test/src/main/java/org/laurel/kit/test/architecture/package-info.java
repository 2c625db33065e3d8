/** The shape that every service has, as rules that run in each service's own build. */
package org.laurel.kit.test.architecture;
