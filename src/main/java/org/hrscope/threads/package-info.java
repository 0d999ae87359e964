/// All threads and jobs of the program, and the one place that turns a `Throwable` into a
/// [org.hrscope.domain.Problem].
@NullMarked
package org.hrscope.threads;

import org.jspecify.annotations.NullMarked;
