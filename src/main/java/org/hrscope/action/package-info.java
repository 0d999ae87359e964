/// Actions counted from joint angles over time: known ones by two thresholds, one's own by dynamic time warping. Times
/// are in seconds of the source, angles in degrees in the image plane.
@NullMarked
package org.hrscope.action;

import org.jspecify.annotations.NullMarked;
