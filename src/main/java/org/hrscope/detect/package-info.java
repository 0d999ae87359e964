/// Where people are: the whole picture, a box drawn by hand, the last pose tracked.
@NullMarked
package org.hrscope.detect;

import org.jspecify.annotations.NullMarked;
