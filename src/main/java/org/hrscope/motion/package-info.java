/// What follows from poses over time: smoothing, angles.
@NullMarked
package org.hrscope.motion;

import org.jspecify.annotations.NullMarked;
