/// Frames per second and the time of each step.
@NullMarked
package org.hrscope.ui.meter;

import org.jspecify.annotations.NullMarked;
