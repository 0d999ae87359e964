/// The live engine: slots, threads, states, timings.
@NullMarked
package org.hrscope.pipeline;

import org.jspecify.annotations.NullMarked;
