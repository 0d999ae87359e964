/// What follows from poses in time: smoothing, angles.
@NullMarked
package org.hrscope.motion;

import org.jspecify.annotations.NullMarked;
