/** Fault drills: things are killed, stopped and sent wrong while events flow, and everything is counted afterwards. */
package org.laurel.e2e.drill;
