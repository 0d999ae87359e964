/// Poses that mean something: which gesture a person makes, and for how long.
@NullMarked
package org.hrscope.gesture;

import org.jspecify.annotations.NullMarked;
